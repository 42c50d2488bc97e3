-- One row a municipality at a point: the figure asked for over some years of its plan, all of which its plan must have.
-- Of several scenarios of a municipality the one asked for is taken, else the first by name. A sum is unknown where an
-- amount in it is unknown; `known` is then the sum of what is known. Net after the plan is that of plans of the same years.
with asked as (
  select ?::varchar as figure, ?::varchar as per, ?::integer as from_year, ?::integer as to_year
),
chosen as (
  select *
  from sweep_point
  where coalesce(variant, '') = ?
  qualify row_number() over (partition by municipality order by scenario is distinct from ?, scenario, point) = 1
),
planned as (
  select
    point,
    count(*) as years,
    bool_or(incomplete) as incomplete,
    sum(net) as net,
    count(net) as nets,
    sum(income) as income,
    sum(cost) as cost,
    sum(settled) as settled,
    max(in_phase) as in_phase,
    max(rooms_needed) as rooms_needed,
    max(posts) as posts,
    -- Percentiles do not add.
    case when count(*) = 1 then max(net_p10) end as net_p10,
    case when count(*) = 1 then max(net_p90) end as net_p90
  from sweep_year, asked
  where year between from_year and to_year
  group by point
),
figures as (
  select
    municipality,
    scenario,
    incomplete,
    case figure
      when 'net' then case when not incomplete and nets = years then net end
      when 'income' then income
      when 'cost' then cost
      when 'settled' then settled
      when 'in_phase' then in_phase
      when 'rooms_needed' then rooms_needed
      when 'posts' then posts
      when 'tail' then case when first_year = from_year and last_year = to_year then tail end
    end as figured,
    figure in ('income', 'cost') and incomplete as is_part,
    case when figure in ('net', 'income', 'cost', 'tail') and per = 'inhabitant' then inhabitants else 1 end as among,
    net_p10,
    net_p90
  from chosen
  cross join asked
  left join planned on planned.point = chosen.point and planned.years = to_year - from_year + 1
)
select
  municipality,
  scenario,
  case when not coalesce(is_part, false) then figured / among end as value,
  figured / among as known,
  incomplete,
  net_p10 / among as net_p10,
  net_p90 / among as net_p90
from figures
