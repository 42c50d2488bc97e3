-- One row a member and one for all (municipality null): the plan's years asked for, and what follows after the plan.
-- An amount that is unknown in a year is unknown in the sum; so is a member's in the group's.
with planned as (
  select
    municipality,
    count(*) as years,
    count(requested) as requested_years,
    sum(requested) as requested,
    sum(decided) as decided,
    sum(settled) as settled,
    max(in_phase) as in_phase,
    avg(posts) as posts,
    avg(participants) as participants,
    max(rooms_needed) as rooms_needed,
    case when count(income) = count(*) then sum(income) end as income,
    case when count(cost) = count(*) then sum(cost) end as cost,
    case when count(net) = count(*) then sum(net) end as net
  from member_year
  where not tail and year between ? and ?
  group by municipality
),
tails as (
  select municipality, case when count(net) = count(*) then sum(net) end as tail
  from member_year
  where tail
  group by municipality
),
moves as (
  select municipality, sum(here) as here, sum(moved) as moved
  from member_moves
  where year between ? and ?
  group by municipality
),
each as (
  select
    member.municipality,
    name,
    inhabitants,
    planned.* exclude (municipality),
    case when planned.municipality is not null then coalesce(tail, 0) end as tail,
    coalesce(here, 0) as here,
    coalesce(moved, 0) as moved
  from member
  left join planned using (municipality)
  left join tails using (municipality)
  left join moves using (municipality)
),
known as (
  select * from each where years is not null
),
everybody as (
  select * from each
  union all by name
  select
    null as municipality,
    '' as name,
    case when count(inhabitants) = count(*) then sum(inhabitants) end as inhabitants,
    max(years) as years,
    min(requested_years) as requested_years,
    sum(requested) as requested,
    sum(decided) as decided,
    sum(settled) as settled,
    sum(in_phase) as in_phase,
    sum(posts) as posts,
    sum(participants) as participants,
    sum(rooms_needed) as rooms_needed,
    case when count(income) = count(*) then sum(income) end as income,
    case when count(cost) = count(*) then sum(cost) end as cost,
    case when count(net) = count(*) then sum(net) end as net,
    case when count(tail) = count(*) then sum(tail) end as tail,
    sum(here) as here,
    sum(moved) as moved
  from known
  having count(*) > 0
)
select
  municipality,
  name,
  inhabitants,
  years,
  requested_years,
  requested,
  decided,
  settled,
  in_phase,
  here,
  -- A share of fewer persons than are shown tells of the few.
  case when here >= ? then moved / here end as moved_out,
  participants,
  case when participants >= ? then 10 * posts / participants end as posts_per_ten,
  rooms_needed,
  cost,
  case when cost > 0 then income / cost end as coverage,
  net,
  tail,
  net / case ? when 'inhabitant' then inhabitants when 'settled' then nullif(settled, 0) else 1 end as net_shared,
  tail / case ? when 'inhabitant' then inhabitants when 'settled' then nullif(settled, 0) else 1 end as tail_shared
from everybody
