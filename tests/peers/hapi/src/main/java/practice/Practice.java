package practice;

import ca.uhn.fhir.batch2.jobs.config.Batch2JobsConfig;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.interceptor.api.IInterceptorBroadcaster;
import ca.uhn.fhir.jpa.api.IDaoRegistry;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.config.ThreadPoolFactoryConfig;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.batch2.JpaBatch2Config;
import ca.uhn.fhir.jpa.config.r4.JpaR4Config;
import ca.uhn.fhir.jpa.config.util.HapiEntityManagerFactoryUtil;
import ca.uhn.fhir.jpa.dao.FulltextSearchSvcImpl;
import ca.uhn.fhir.jpa.dao.IFulltextSearchSvc;
import ca.uhn.fhir.jpa.dao.search.HSearchSortHelperImpl;
import ca.uhn.fhir.jpa.dao.search.IHSearchSortHelper;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.config.SubscriptionSettings;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirH2Dialect;
import ca.uhn.fhir.jpa.provider.DaoRegistryResourceSupportedSvc;
import ca.uhn.fhir.jpa.provider.IJpaSystemProvider;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.jpa.search.IStaleSearchDeletingSvc;
import ca.uhn.fhir.jpa.search.StaleSearchDeletingSvcImpl;
import ca.uhn.fhir.jpa.subscription.channel.config.SubscriptionChannelConfig;
import ca.uhn.fhir.jpa.config.util.ResourceCountCacheUtil;
import ca.uhn.fhir.jpa.util.ResourceCountCache;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.IResourceSupportedSvc;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import jakarta.persistence.EntityManagerFactory;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.search.mapper.orm.cfg.HibernateOrmMapperSettings;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * A stand-in for a practice: a real HAPI FHIR R4 JPA server on H2, in memory, on this machine only. Settings: PORT;
 * ISSUER (of the tokens; when it is not set, nobody is asked for one); STAFF (the token of those who work there).
 * It ends when its standard input does: nobody is left who would stop it.
 */
public class Practice {
  static String setting(String name, String otherwise) {
    var value = System.getenv(name);
    return value == null || value.isEmpty() ? otherwise : value;
  }

  public static void main(String[] args) throws Exception {
    endWithParent();
    var port = Integer.parseInt(setting("PORT", "9401"));
    var base = "http://127.0.0.1:" + port + "/fhir";
    var issuer = setting("ISSUER", "");
    System.setProperty("scheduling_disabled", "true"); // no background jobs
    var spring = new AnnotationConfigApplicationContext(Config.class);
    var fhir = spring.getBean(RestfulServer.class);
    fhir.setServerAddressStrategy(new HardcodedServerAddressStrategy(base));
    if (!issuer.isEmpty()) fhir.registerInterceptor(new SmartAuth(issuer, base, setting("STAFF", "")));

    var jetty = new Server();
    var door = new ServerConnector(jetty);
    door.setHost("127.0.0.1");
    door.setPort(port);
    jetty.addConnector(door);
    var rooms = new ServletContextHandler("/");
    var holder = new ServletHolder(fhir);
    holder.setInitOrder(1);
    rooms.addServlet(holder, "/fhir/*");
    rooms.addServlet(new ServletHolder(new SmartConfiguration(issuer)), "/fhir/.well-known/smart-configuration");
    jetty.setHandler(rooms);
    jetty.start();
    System.out.println("ready " + base);
    jetty.join();
  }

  private static void endWithParent() {
    var watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {}
              } catch (java.io.IOException gone) {
                // The same as its end.
              }
              Runtime.getRuntime().halt(0);
            });
    watch.setDaemon(true);
    watch.start();
  }

  @Configuration
  @EnableTransactionManagement
  @Import({JpaR4Config.class, ThreadPoolFactoryConfig.class, JpaBatch2Config.class, Batch2JobsConfig.class, SubscriptionChannelConfig.class})
  static class Config {
    @Bean
    DataSource dataSource() {
      var ds = new BasicDataSource();
      ds.setDriver(new org.h2.Driver());
      ds.setUrl("jdbc:h2:mem:practice;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
      ds.setUsername("sa");
      ds.setPassword("");
      ds.setMaxTotal(20);
      return ds;
    }

    @Bean
    JpaStorageSettings storageSettings() {
      var s = new JpaStorageSettings();
      s.setResourceClientIdStrategy(JpaStorageSettings.ClientIdStrategyEnum.ANY);
      s.setResourceServerIdStrategy(JpaStorageSettings.IdStrategyEnum.UUID);
      s.setEnforceReferentialIntegrityOnWrite(false);
      s.setEnforceReferentialIntegrityOnDelete(false);
      s.setAutoCreatePlaceholderReferenceTargets(false);
      s.setAllowExternalReferences(true);
      s.setReuseCachedSearchResultsForMillis(null); // a sync client must see its own writes
      s.setHibernateSearchIndexFullText(false);
      s.setHibernateSearchIndexSearchParams(false);
      s.setPreExpandValueSets(false);
      s.setExpungeEnabled(false);
      return s;
    }

    @Bean PartitionSettings partitionSettings() { return new PartitionSettings(); }
    @Bean SubscriptionSettings subscriptionSettings() { return new SubscriptionSettings(); }
    @Bean IFulltextSearchSvc fullTextSearchSvc() { return new FulltextSearchSvcImpl(); }
    @Bean IStaleSearchDeletingSvc staleSearchDeletingSvc() { return new StaleSearchDeletingSvcImpl(); }
    @Bean IHSearchSortHelper hSearchSortHelper(ISearchParamRegistry r) { return new HSearchSortHelperImpl(r); }
    @Bean IResourceSupportedSvc resourceSupportedSvc(IDaoRegistry r) { return new DaoRegistryResourceSupportedSvc(r); }
    @Bean(name = "myResourceCountsCache") ResourceCountCache resourceCounts(IFhirSystemDao<?, ?> d) { return ResourceCountCacheUtil.newResourceCountCache(d); }
    @Bean DatabaseBackedPagingProvider pagingProvider() {
      var p = new DatabaseBackedPagingProvider();
      p.setDefaultPageSize(20);
      p.setMaximumPageSize(500);
      return p;
    }

    @Primary
    @Bean
    LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource ds, ConfigurableListableBeanFactory bf, FhirContext fc, JpaStorageSettings ss) {
      var f = HapiEntityManagerFactoryUtil.newEntityManagerFactory(bf, fc, ss);
      f.setPersistenceUnitName("HAPI_PU");
      f.setDataSource(ds);
      var p = new Properties();
      p.put(AvailableSettings.DIALECT, HapiFhirH2Dialect.class.getName());
      p.put(AvailableSettings.HBM2DDL_AUTO, "create");
      p.put(AvailableSettings.STATEMENT_BATCH_SIZE, "20");
      p.put(AvailableSettings.USE_QUERY_CACHE, "false");
      p.put(AvailableSettings.USE_SECOND_LEVEL_CACHE, "false");
      p.put(AvailableSettings.USE_STRUCTURED_CACHE, "false");
      p.put(HibernateOrmMapperSettings.ENABLED, "false"); // no Lucene
      f.setJpaProperties(p);
      return f;
    }

    @Primary
    @Bean
    JpaTransactionManager transactionManager(EntityManagerFactory e) { return new JpaTransactionManager(e); }

    @Bean
    RestfulServer restfulServer(FhirContext fc, IFhirSystemDao<?, ?> dao, IJpaSystemProvider sys, ResourceProviderFactory rpf, JpaStorageSettings ss,
        ISearchParamRegistry spr, IValidationSupport vs, DatabaseBackedPagingProvider paging, IInterceptorBroadcaster ib) {
      var s = new RestfulServer(fc);
      s.registerProviders(rpf.createProviders());
      s.registerProvider(sys);
      s.setInterceptorService((ca.uhn.fhir.interceptor.api.IInterceptorService) ib);
      s.setServerConformanceProvider(new JpaCapabilityStatementProvider(s, dao, ss, spr, vs));
      s.setPagingProvider(paging);
      s.setDefaultResponseEncoding(EncodingEnum.JSON);
      return s;
    }
  }
}
