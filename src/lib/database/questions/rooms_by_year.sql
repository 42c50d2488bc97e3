-- Classrooms needed, owned and leased in the month of each year that needs the most.
select plan, year, groups, rooms_needed, rooms_owned, rooms_leased, modules
from capacity
order by plan, year
