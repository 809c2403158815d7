using System.Security.Cryptography;
using System.Text;
using Autonoma.Platform.Applications;
using Autonoma.Platform.Audit;
using Autonoma.Platform.Organizations;
using Autonoma.Platform.Sealing;
using Autonoma.Platform.Secrets;
using Autonoma.Platform.Tenancy;
using Autonoma.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Platform.Tests.Sealing;

public sealed class SealerTests(PostgresFixture postgres)
{
    [Fact]
    public void Open_WhatWasSealedForThePlace_GivesItBack()
    {
        var sealer = new Sealer(KeyRing.From("one"));

        sealer.Open(sealer.Seal("pa$$wörd", "a"), "a").ShouldBe("pa$$wörd");
        sealer.Open(sealer.Seal("", "a"), "a").ShouldBe("");
        sealer.Seal("same", "a").ShouldNotBe(sealer.Seal("same", "a"), "equal values are not to be told");
    }

    [Fact]
    public void Open_AnyByteChanged_OrAnotherPlace_OrAnotherKey_Fails()
    {
        var sealer = new Sealer(KeyRing.From("one"));
        var sealedValue = sealer.Seal("secret", "a");

        for (var at = 0; at < sealedValue.Length; at++)
        {
            var changed = sealedValue.ToArray();
            changed[at] ^= 1;
            Should.Throw<CryptographicException>(() => sealer.Open(changed, "a"), $"byte {at}");
        }

        Should.Throw<CryptographicException>(() => sealer.Open(sealedValue, "b"));
        Should.Throw<CryptographicException>(() => sealer.Open(sealedValue.AsSpan(0, 20), "a"));
        Should.Throw<CryptographicException>(() => new Sealer(KeyRing.From("two")).Open(sealedValue, "a")).Message.ShouldContain("--encryption-key");
    }

    [Fact]
    public void KeyRing_NewKeyFirst_OpensTheOldAndSealsWithTheNew()
    {
        var old = new Sealer(KeyRing.From("one"));
        var both = new Sealer(KeyRing.From("two,one"));
        var sealedValue = old.Seal("secret", "a");

        both.Open(sealedValue, "a").ShouldBe("secret");
        both.IsOld(sealedValue).ShouldBeTrue();
        both.IsOld(both.Seal("secret", "a")).ShouldBeFalse();
    }

    [Fact]
    public void KeyRing_OfAFolder_StaysTheSame_IsReadByNobodyElse_AndCanBeRotated()
    {
        var folder = Directory.CreateTempSubdirectory("autonoma-keys-");
        try
        {
            var first = KeyRing.Of(folder.FullName);
            KeyRing.Of(folder.FullName).Current.ShouldBe(first.Current);
            if (!OperatingSystem.IsWindows())
                File.GetUnixFileMode(Path.Combine(folder.FullName, "keys.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);

            var rotated = KeyRing.Rotate(folder.FullName);

            rotated.Current.ShouldNotBe(first.Current);
            rotated.Fingerprints.ShouldContain(first.Current);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Secret_CiphertextMovedToAnotherRow_DoesNotOpen_AndIsNowhereReadable()
    {
        var token = TestContext.Current.CancellationToken;
        await using var database = await PlatformDatabase.CopyAsync(postgres, token);
        var tenant = new Tenant();
        var organization = new Organization { Name = "O", Slug = "o" };
        tenant.Enter(organization.Id);
        await using var db = PlatformDatabase.Open(database, tenant);
        var application = new Application { Name = "A", Slug = "a", Platform = ApplicationPlatform.Web };
        db.AddRange(organization, application);
        var store = new SecretStore(db, new Sealer(KeyRing.From("one")), new AuditLog(db, new Access.Caller()));
        await store.PutAsync(application.Id, Secret.Tests, new Dictionary<string, string> { ["MINE"] = "hunter2-hunter2", ["OTHER"] = "public" }, token);
        await db.SaveChangesAsync(token);
        (await store.OpenAsync(application.Id, Secret.Tests, token)).ShouldBe(new Dictionary<string, string> { ["MINE"] = "hunter2-hunter2", ["OTHER"] = "public" }, ignoreOrder: true);
        var bytes = await db.Set<Secret>().Select(secret => secret.Sealed).ToListAsync(token);
        bytes.ShouldAllBe(sealedValue => !Encoding.Latin1.GetString(sealedValue).Contains("hunter2"));
        (await db.Set<AuditEntry>().ToListAsync(token)).ShouldAllBe(entry => !(entry.Subject + entry.Details).Contains("hunter2"));

        await PlatformDatabase.ExecuteAsync(database, "UPDATE secrets SET sealed = (SELECT sealed FROM secrets WHERE name = 'MINE') WHERE name = 'OTHER'", token);
        db.ChangeTracker.Clear();

        await Should.ThrowAsync<CryptographicException>(() => store.OpenAsync(application.Id, Secret.Tests, token));
    }

    [Fact]
    public async Task Reseal_AfterRotation_EverythingOpensWithTheNewKeyAlone()
    {
        var token = TestContext.Current.CancellationToken;
        await using var database = await PlatformDatabase.CopyAsync(postgres, token);
        var tenant = new Tenant();
        var organization = new Organization { Name = "O", Slug = "o" };
        tenant.Enter(organization.Id);
        await using var db = PlatformDatabase.Open(database, tenant);
        var application = new Application { Name = "A", Slug = "a", Platform = ApplicationPlatform.Web };
        db.AddRange(organization, application);
        var audit = new AuditLog(db, new Access.Caller());
        await new SecretStore(db, new Sealer(KeyRing.From("old")), audit).PutAsync(application.Id, "web", new Dictionary<string, string> { ["A"] = "1", ["B"] = "2" }, token);
        await db.SaveChangesAsync(token);

        (await new SecretStore(db, new Sealer(KeyRing.From("new,old")), audit).ResealAsync(token)).ShouldBe(2);
        await db.SaveChangesAsync(token);

        (await new SecretStore(db, new Sealer(KeyRing.From("new")), audit).OpenAsync(application.Id, "web", token)).Count.ShouldBe(2);
        (await new SecretStore(db, new Sealer(KeyRing.From("new,old")), audit).ResealAsync(token)).ShouldBe(0);
    }
}
