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
    private static readonly SealedPlace Place = SealedColumn.Secrets.Of("organization", "a"), Other = SealedColumn.Secrets.Of("organization", "b");

    [Fact]
    public void Open_WhatWasSealedForThePlace_GivesItBack()
    {
        var sealer = new Sealer(KeyRing.From("one"));

        sealer.Open(sealer.Seal("pa$$wörd", Place), Place).ShouldBe("pa$$wörd");
        sealer.Open(sealer.Seal("", Place), Place).ShouldBe("");
        sealer.Seal("same", Place).ShouldNotBe(sealer.Seal("same", Place), "equal values are not to be told");
    }

    [Fact]
    public void Open_AnyByteChanged_OrAnotherPlace_OrAnotherKey_Fails()
    {
        var sealer = new Sealer(KeyRing.From("one"));
        var sealedValue = sealer.Seal("secret", Place);

        for (var at = 0; at < sealedValue.Length; at++)
        {
            var changed = sealedValue.ToArray();
            changed[at] ^= 1;
            Should.Throw<CryptographicException>(() => sealer.Open(changed, Place), $"byte {at}");
        }

        Should.Throw<CryptographicException>(() => sealer.Open(sealedValue, Other));
        Should.Throw<CryptographicException>(() => sealer.Open(sealedValue.AsSpan(0, 20), Place));
        Should.Throw<CryptographicException>(() => new Sealer(KeyRing.From("two")).Open(sealedValue, Place)).Message.ShouldContain("--encryption-key");
    }

    [Fact]
    public void KeyRing_NewKeyFirst_OpensTheOldAndSealsWithTheNew()
    {
        var old = new Sealer(KeyRing.From("one"));
        var both = new Sealer(KeyRing.From("two,one"));
        var sealedValue = old.Seal("secret", Place);

        both.Open(sealedValue, Place).ShouldBe("secret");
        new Sealer(KeyRing.From("two")).Open(both.Seal("fresh", Place), Place).ShouldBe("fresh");
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
}
