create or replace table cohort (
  municipality varchar,
  year integer,
  settlement_year integer not null,
  permit varchar not null,
  category varchar not null,
  age_band varchar not null,
  household varchar,
  persons double,
  estimate double,
  status varchar
);
create or replace table ledger (
  plan varchar not null,
  year integer not null,
  tail boolean not null,
  side varchar not null,
  item varchar not null,
  category varchar,
  settlement_year integer,
  quantity double not null,
  unit varchar not null,
  unit_price double,
  amount double,
  funksjon varchar not null,
  art varchar not null,
  tag varchar not null,
  parameters varchar not null,
  status varchar not null,
  quantity_status varchar not null,
  after_phase boolean not null,
  paid_next_year double
);
create or replace table people (
  plan varchar not null,
  year integer not null,
  tail boolean not null,
  requested double,
  voted double,
  settled double,
  born double,
  family double,
  moved_in double,
  moved_out double,
  in_phase double,
  participants_mean double,
  participants_peak double,
  participants_any double,
  pupils_peak double
);
create or replace table capacity (
  plan varchar not null,
  year integer not null,
  tail boolean not null,
  groups double,
  rooms_needed double,
  rooms_owned double,
  rooms_leased double,
  modules double,
  advisers double,
  teachers double,
  posts_needed double,
  posts double,
  dwellings double
);
create or replace table result (
  plan varchar not null,
  year integer not null,
  fixed_factor double not null,
  fund_opening double not null
);
create or replace table member (
  municipality varchar not null,
  name varchar not null,
  inhabitants double
);
create or replace table member_year (
  municipality varchar not null,
  year integer not null,
  tail boolean not null,
  requested double,
  decided double,
  settled double not null,
  moved_in double not null,
  moved_out double not null,
  in_phase double not null,
  participants double not null,
  rooms_needed double not null,
  posts double not null,
  income double,
  cost double,
  net double
);
create or replace table member_moves (
  municipality varchar not null,
  year integer not null,
  grant_year integer not null,
  here double not null,
  moved double not null
);
create or replace table sweep_point (
  point integer not null,
  municipality varchar not null,
  scenario varchar,
  variant varchar,
  inhabitants double,
  first_year integer not null,
  last_year integer not null,
  tail double
);
create or replace table sweep_year (
  point integer not null,
  year integer not null,
  incomplete boolean not null,
  net double,
  income double,
  cost double,
  settled double,
  in_phase double,
  rooms_needed double,
  posts double,
  net_p10 double,
  net_p90 double
);
create or replace table sweep_member (
  municipality varchar not null
);
