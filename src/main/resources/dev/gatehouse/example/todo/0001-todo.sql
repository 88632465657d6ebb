create table gatehouse_todo (
  place bigint generated always as identity primary key,
  owner char(64) not null,
  id varchar(64) not null,
  title varchar(200) not null,
  description varchar(2000) not null,
  completed boolean not null,
  created_at bigint not null, -- milliseconds since 1970
  version int not null,
  constraint gatehouse_todo_id unique (owner, id)
);

create index gatehouse_todo_place on gatehouse_todo (owner, place);
