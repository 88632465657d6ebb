package dev.gatehouse.http.start;

import dev.gatehouse.http.filter.ClientOriginFilter;
import dev.gatehouse.request.PublicPaths;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** Puts the filters on our own paths, wherever these are, and on no other application's. */
@WebListener
public class OwnFilters implements ServletContextListener {
  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    PublicPaths paths = PublicPaths.of(context);
    List<String> all = Stream.concat(paths.served().stream(), paths.besides().stream()).toList();
    add(context, ClientOriginFilter.class, all);
    if (!paths.besides().isEmpty()) {
      add(context, MetadataFilter.class, paths.besides());
    }
  }

  private static void add(
      ServletContext context, Class<? extends Filter> type, List<String> patterns) {
    FilterRegistration.Dynamic filter = context.addFilter(type.getName(), type);
    filter.setAsyncSupported(true);
    filter.addMappingForUrlPatterns(
        EnumSet.of(DispatcherType.REQUEST), true, patterns.toArray(String[]::new));
  }
}
