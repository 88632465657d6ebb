package dev.gatehouse.it.deployment;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Packs the neighbour. */
public final class Neighbour {
  private Neighbour() {}

  /** A WAR with its own Jackson that trusts the issuer for tokens with this audience. */
  public static void write(Path war, String issuer, String audience) {
    WebArchive archive =
        ShrinkWrap.create(WebArchive.class, war.getFileName().toString())
            .addClasses(NeighbourApplication.class, NeighbourResource.class)
            .addAsResource(
                new StringAsset(
                    """
                    mp.jwt.verify.issuer=%s
                    mp.jwt.verify.publickey.location=%s/keys
                    mp.jwt.verify.audiences=%s
                    """
                        .formatted(issuer, issuer, audience)),
                "META-INF/microprofile-config.properties")
            .addAsWebInfResource(
                new StringAsset(
                    "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\""
                        + " bean-discovery-mode=\"annotated\" version=\"4.0\"/>"),
                "beans.xml");
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(File::new)
        .filter(file -> file.getName().matches("jackson-(core|databind|annotations)-.*\\.jar"))
        .forEach(archive::addAsLibrary);
    archive.as(ZipExporter.class).exportTo(war.toFile(), true);
  }
}
