-- What nodes tell each other.
create table gatehouse_event (
  id bigint generated always as identity primary key,
  body varchar(1000000) not null,
  sent_at bigint not null
);

create index gatehouse_event_sent on gatehouse_event (sent_at);

-- What a session of the older revisions is, besides what its id says.
create table gatehouse_session (
  session char(43) primary key,
  ended boolean not null,
  preferences varchar(1000000) not null,
  expires_at bigint not null
);

create index gatehouse_session_expires on gatehouse_session (expires_at);

-- States between the rounds of a call that were used.
create table gatehouse_used_state (
  nonce varchar(64) primary key,
  expires_at bigint not null
);

create index gatehouse_used_state_expires on gatehouse_used_state (expires_at);
