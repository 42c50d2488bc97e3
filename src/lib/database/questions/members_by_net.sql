-- Net per inhabitant in the years of the plan, in order. Where a year is unknown, so is the sum.
select municipality, any_value(name) as name, any_value(inhabitants) as inhabitants,
  case when count(net) = count(*) then sum(net) end as net,
  case when count(net) = count(*) then sum(net) / nullif(any_value(inhabitants), 0) end as net_per_inhabitant
from members
where not tail
group by municipality
order by net_per_inhabitant desc nulls last
