create or replace table members (
  municipality varchar not null,
  name varchar,
  inhabitants double,
  year integer not null,
  tail boolean not null,
  requested double,
  decided double,
  settled double,
  moved_in double,
  moved_out double,
  in_phase double,
  participants double,
  rooms_needed double,
  posts double,
  income double,
  cost double,
  net double
);
