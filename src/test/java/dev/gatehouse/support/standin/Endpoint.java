package dev.gatehouse.support.standin;

/** What answers the requests to one path with one method. */
interface Endpoint {
  Answer answer(Call call) throws OAuthFailure;
}
