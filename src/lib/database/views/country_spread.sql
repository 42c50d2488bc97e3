-- How the figures of some municipalities are spread. Those without a figure are counted, and are in no quartile.
select
  count(*) as municipalities,
  count(value) as n,
  min(value) as least,
  quantile_cont(value, 0.25) as lower,
  quantile_cont(value, 0.5) as median,
  quantile_cont(value, 0.75) as upper,
  max(value) as most
from rows
where municipality in (select municipality from sweep_member)
