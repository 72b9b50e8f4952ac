package live.onair.testkit;

import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.arjuna.common.arjPropertyManager;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;

/** Everything that is started once per test JVM, and what changes with each test class. */
final class Stage {

    private static @Nullable Stage it;
    private static @Nullable Throwable failed;

    private final SwitchingDataSource dataSource = new SwitchingDataSource();
    private final Database database;
    private final TransactionManager transactions;
    private final TransactionSynchronizationRegistry registry;
    private WeldContainer beans;
    private EntityManagerFactory factory;
    private String name;

    static synchronized Stage get() {
        if (failed != null) {
            throw new IllegalStateException("the test kit did not start", failed);
        }
        if (it == null) {
            throw new IllegalStateException("the test kit is not started");
        }
        return it;
    }

    /** Starts the kit, or gives it a fresh database and fresh beans. */
    static synchronized Stage next() throws Exception {
        if (failed != null) {
            throw new IllegalStateException("the test kit did not start", failed);
        }
        try {
            if (it == null) {
                it = new Stage();
            } else {
                it.change();
            }
            return it;
        } catch (Exception | Error e) {
            failed = e;
            throw e;
        }
    }

    private Stage() throws Exception {
        it = this;
        CompletableFuture<Database> starting = CompletableFuture.supplyAsync(Stage::startDatabase);
        arjPropertyManager.getCoreEnvironmentBean().setNodeIdentifier("kit");
        for (String store : new String[] {null, "communicationStore", "stateStore"}) {
            BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, store)
                    .setObjectStoreType(VolatileStore.class.getName());
        }
        arjPropertyManager.getCoordinatorEnvironmentBean().setDefaultTimeout(60);
        arjPropertyManager.getCoordinatorEnvironmentBean().setTransactionStatusManagerEnable(false);
        transactions = com.arjuna.ats.jta.TransactionManager.transactionManager();
        registry = new TransactionSynchronizationRegistryImple();
        database = starting.join();
        name = database.fresh();
        dataSource.point(pool(name));
        beans = startBeans();
        factory = startFactory();
    }

    private static Database startDatabase() {
        try {
            return new Database();
        } catch (java.io.IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL did not start", e);
        }
    }

    private void change() throws SQLException {
        factory.close();
        beans.close();
        if (dataSource.target() instanceof AgroalDataSource pool) {
            pool.close();
        }
        database.drop(name);
        name = database.fresh();
        dataSource.point(pool(name));
        beans = startBeans();
        factory = startFactory();
    }

    private static WeldContainer startBeans() {
        return new Weld()
                .addServices(new WeldTransactions())
                .addBeanClasses(
                        KitBeans.class, CommitFailure.Required.class, CommitFailure.RequiresNew.class, Sql.class)
                .property("org.jboss.weld.construction.relaxed", false)
                .property(Weld.SHUTDOWN_HOOK_SYSTEM_PROPERTY, false)
                .initialize();
    }

    private EntityManagerFactory startFactory() {
        List<String> names =
                List.copyOf(beans.getBeanManager().getExtension(Entities.class).names());
        return new HibernatePersistenceProvider()
                .createContainerEntityManagerFactory(
                        new Unit(names, dataSource),
                        Map.of(
                                "hibernate.transaction.jta.platform",
                                "JBossTS",
                                "hibernate.hbm2ddl.auto",
                                "validate",
                                "jakarta.persistence.bean.manager",
                                beans.getBeanManager()));
    }

    private AgroalDataSource pool(String target) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.initialSize(1)
                        .maxSize(48)
                        .acquisitionTimeout(Duration.ofSeconds(10))
                        .transactionIntegration(new NarayanaTransactionIntegration(transactions, registry))
                        .connectionFactoryConfiguration(
                                f -> f.jdbcUrl("jdbc:postgresql://127.0.0.1:" + database.port() + "/" + target)
                                        .principal(new NamePrincipal("postgres"))
                                        .credential(new SimplePassword("postgres")))));
    }

    /** The entity manager of the running transaction. */
    EntityManager entityManager() {
        EntityManager open = (EntityManager) registry.getResource(this);
        if (open != null) {
            return open;
        }
        EntityManager fresh = factory.createEntityManager();
        registry.putResource(this, fresh);
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (fresh.isOpen()) {
                    fresh.close();
                }
            }
        });
        return fresh;
    }

    SwitchingDataSource dataSource() {
        return dataSource;
    }

    TransactionManager transactions() {
        return transactions;
    }

    TransactionSynchronizationRegistry registry() {
        return registry;
    }

    WeldContainer beans() {
        return beans;
    }
}
