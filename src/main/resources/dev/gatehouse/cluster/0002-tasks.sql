-- The nodes that are there.
create table gatehouse_node (
  node varchar(40) primary key,
  beat bigint not null
);

-- Calls that go on when their client has left.
create table gatehouse_task (
  task varchar(64) primary key,
  caller char(43) not null,
  status varchar(20) not null,
  node varchar(40) not null,
  version bigint not null,
  created_at bigint not null, -- milliseconds since 1970
  updated_at bigint not null,
  expires_at bigint not null,
  content varchar(1000000) not null -- sealed
);

create index gatehouse_task_caller on gatehouse_task (caller);

create index gatehouse_task_expires on gatehouse_task (expires_at);
