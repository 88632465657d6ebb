package dev.gatehouse.security;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
@RequiresScope("child")
public class FixtureChild extends FixtureParent {}
