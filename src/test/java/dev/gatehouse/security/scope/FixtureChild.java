package dev.gatehouse.security.scope;

import dev.gatehouse.security.RequiresScope;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
@RequiresScope("child")
public class FixtureChild extends FixtureParent {}
