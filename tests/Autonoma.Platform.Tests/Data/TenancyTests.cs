using Autonoma.Platform.Applications;
using Autonoma.Platform.Data;
using Autonoma.Platform.Organizations;
using Autonoma.Platform.Tenancy;
using Autonoma.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Platform.Tests.Data;

public sealed class TenancyTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Rows_OfAnotherOrganization_AreNeitherSeenNorSaved()
    {
        var token = TestContext.Current.CancellationToken;
        await using var database = await PlatformDatabase.CopyAsync(postgres, token);
        var (ours, theirs) = (new Organization { Name = "Ours", Slug = "ours" }, new Organization { Name = "Theirs", Slug = "theirs" });
        var foreign = new Application { Name = "Bank", Slug = "bank", Platform = ApplicationPlatform.Web };
        await using (var db = PlatformDatabase.Open(database, theirs.Id))
        {
            db.AddRange(ours, theirs, foreign);
            await db.SaveChangesAsync(token);
        }

        await using (var db = PlatformDatabase.Open(database, Guid.Empty))
            (await db.Set<Application>().CountAsync(token)).ShouldBe(0, "who has entered nothing sees nothing");
        await using (var db = PlatformDatabase.Open(database, ours.Id))
        {
            (await db.Set<Application>().CountAsync(token)).ShouldBe(0);
            (await db.Set<Application>().AcrossOrganizations().CountAsync(token)).ShouldBe(1);

            var known = await db.Set<Application>().AcrossOrganizations().SingleAsync(token);
            known.Name = "Mine now";
            await Should.ThrowAsync<TenantException>(() => db.SaveChangesAsync(token));
            db.ChangeTracker.Clear();
            db.Add(new Application { Name = "Planted", Slug = "planted", Platform = ApplicationPlatform.Web, OrganizationId = theirs.Id });
            await Should.ThrowAsync<TenantException>(() => db.SaveChangesAsync(token));
        }

        await using (var db = PlatformDatabase.Open(database, theirs.Id))
        {
            var row = await db.Set<Application>().SingleAsync(token);
            row.Name.ShouldBe("Bank");
            row.OrganizationId = ours.Id;
            await Should.ThrowAsync<TenantException>(() => db.SaveChangesAsync(token));
        }
    }

    [Fact]
    public async Task Row_TwoWriters_TheSecondIsTold()
    {
        var token = TestContext.Current.CancellationToken;
        await using var database = await PlatformDatabase.CopyAsync(postgres, token);
        var organization = new Organization { Name = "One", Slug = "one" };
        await using var first = PlatformDatabase.Open(database, organization.Id);
        first.Add(organization);
        var application = new Application { Name = "App", Slug = "app", Platform = ApplicationPlatform.Web };
        first.Add(application);
        await first.SaveChangesAsync(token);
        await using var second = PlatformDatabase.Open(database, organization.Id);
        (await second.Set<Application>().SingleAsync(token)).Name = "B";

        application.Name = "A";
        await first.SaveChangesAsync(token);

        application.Version.ShouldBe(2);
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(token));
    }

    [Fact]
    public void Entities_ThatBelongToAnOrganization_AreAllFiltered()
    {
        using var db = PlatformDatabase.Open(Npgsql.NpgsqlDataSource.Create("Host=none"), Guid.Empty);

        var owned = db.Model.GetEntityTypes().Where(entity => entity.ClrType.Namespace!.StartsWith("Autonoma.", StringComparison.Ordinal) && !typeof(IOwned).IsAssignableFrom(entity.ClrType)).Select(entity => entity.ClrType.Name);
        string[] everybodys =
        [
            "Authenticator",
            "DeviceLock",
            "Organization",
            "ProtectionKey",
            "RecoveryCode",
            "Session",
            "User",
            "Worker",
        ];
        owned.Order(StringComparer.Ordinal).ShouldBe(everybodys, ignoreOrder: false, "everything but these belongs to one organization: derive it from OwnedEntity");
        db.Model.GetEntityTypes().Where(entity => typeof(IOwned).IsAssignableFrom(entity.ClrType)).ShouldAllBe(entity => entity.GetDeclaredQueryFilters().Any());
    }
}
