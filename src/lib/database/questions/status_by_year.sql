-- How many kroner of cost rest on each kind of price, and how large a share of the year that is.
select plan, year, status, sum(amount) as amount,
  sum(amount) / nullif(sum(sum(amount)) over (partition by plan, year), 0) as share
from ledger
where side = 'cost' and tag = 'extra' and amount is not null
group by plan, year, status
order by plan, year, amount desc
