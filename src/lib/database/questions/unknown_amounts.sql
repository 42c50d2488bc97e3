-- Lines with an unknown amount: nobody has stated the price. They are in no sum.
select plan, year, side, item, sum(quantity) as quantity, unit, parameters
from ledger
where amount is null
group by plan, year, side, item, unit, parameters
order by plan, year, item
