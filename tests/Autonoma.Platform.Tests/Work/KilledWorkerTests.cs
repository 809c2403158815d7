using System.Diagnostics;
using Autonoma.Platform.Applications;
using Autonoma.Platform.Branches;
using Autonoma.Platform.Organizations;
using Autonoma.Platform.Sealing;
using Autonoma.Platform.Tests;
using Autonoma.Platform.Work;
using Autonoma.TestKit;
using Autonoma.TestKit.Environments;
using Npgsql;

namespace Autonoma.Platform.Tests.Work;

/// <summary>A worker that dies in the middle, with real processes. The large version is benchmarks/Autonoma.Chaos.</summary>
public sealed class KilledWorkerTests(PostgresFixture postgres) : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("autonoma-killed-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Worker_KilledInTheMiddle_LosesNoRun_AndLeavesNoEnvironment()
    {
        await using var database = await PlatformDatabase.CopyAsync(postgres, Token);
        await using var endpoint = await WireEndpoint.StartAsync();
        endpoint.IsVersion2 = true;
        var suite = await StartAsync(database, endpoint, runs: 12);
        using var first = Start(database);
        // Environments that stand, of runs that are under way: that is when it dies.
        await UntilAsync(async () => await CountAsync(database, "SELECT count(*) FROM environment_instances WHERE state = 'Standing'") > 0);

        first.Kill(entireProcessTree: false);
        await first.WaitForExitAsync(Token);
        using var second = Start(database);
        await UntilAsync(async () => await CountAsync(database, $"SELECT count(*) FROM suite_runs WHERE id = '{suite}' AND ended_at IS NOT NULL") == 1);
        await UntilAsync(async () => endpoint.Rows.IsEmpty && await CountAsync(database, "SELECT count(*) FROM environment_instances WHERE state <> 'Removed'") == 0);
        second.Kill(entireProcessTree: true);

        (await CountAsync(database, "SELECT count(*) FROM runs WHERE status = 'Passed'")).ShouldBe(12);
        (await CountAsync(database, "SELECT count(*) FROM run_events WHERE data ? 'final'")).ShouldBe(12);
        (await CountAsync(database, "SELECT count(*) FROM run_attempts WHERE outcome = 'verdict'")).ShouldBe(12);
        (await CountAsync(database, "SELECT count(*) FROM run_attempts WHERE outcome = 'lost'")).ShouldBeGreaterThan(0);
        (await CountAsync(database, $"SELECT passed FROM suite_runs WHERE id = '{suite}'")).ShouldBe(12);
    }

    private Process Start(NpgsqlDataSource database)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "..", "..", "Autonoma.Chaos", new DirectoryInfo(AppContext.BaseDirectory).Name);
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.GetFullPath(Path.Combine(folder, "Autonoma.Chaos.dll")), "worker", database.ConnectionString, _data, "--slots", "3", "--lease", "3", "--beat", "1", "--look", "1", "--scenario", "standard"])
            info.ArgumentList.Add(argument);
        var process = Process.Start(info)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task<Guid> StartAsync(NpgsqlDataSource database, WireEndpoint endpoint, int runs)
    {
        var organization = new Organization { Name = "Killed", Slug = "killed" };
        var tenant = new Tenancy.Tenant();
        tenant.EnterSystem();
        await using (var system = PlatformDatabase.Open(database, tenant))
        {
            system.Add(organization);
            await system.SaveChangesAsync(Token);
        }

        await using var db = PlatformDatabase.Open(database, organization.Id);
        var application = new Application { Name = "App", Slug = "app", Platform = ApplicationPlatform.Web, Url = "http://127.0.0.1:9/", EndpointUrl = endpoint.Url.ToString() };
        var branch = new Branch { ApplicationId = application.Id, Name = "main", IsMain = true, Head = 1 };
        db.AddRange(application, branch, Secret(Secrets.EndpointSecrets.Shared, endpoint.SharedSecret), Secret(Secrets.EndpointSecrets.Signing, endpoint.SigningSecret));
        for (var i = 0; i < runs; i++)
        {
            var test = new Test { ApplicationId = application.Id, LastPlan = 1 };
            var plan = new Plan { TestId = test.Id, Number = 1, Path = $"stub/test-{i}.md", Folder = "stub", Title = $"Test {i}", Tags = [], Scenario = "standard", Content = "---\ntitle: Stub\n---\n1. Wait", Hash = $"{i}" };
            db.AddRange(test, plan, new SuiteEntry { BranchId = branch.Id, TestId = test.Id, PlanId = plan.Id, Path = plan.Path, ValidFrom = 1 });
        }

        await db.SaveChangesAsync(Token);
        return (await new Runs.RunStarter(db, TimeProvider.System).StartAsync(application.Id, new(), Token)).Id;

        Secrets.Secret Secret(string name, string value)
        {
            var secret = new Secrets.Secret { ApplicationId = application.Id, OrganizationId = organization.Id, Bundle = Secrets.Secret.Endpoint, Name = name, Sealed = [] };
            secret.Sealed = new Sealer(KeyRing.Of(_data)).Seal(value, SealedColumn.Secrets.Of(organization.Id, secret.Id));
            return secret;
        }
    }

    private static async Task<long> CountAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand($"SELECT ({sql})::bigint");
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }

    // Processes start slowly on a machine that has much to do.
    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(Token);
        timeout.CancelAfter(TimeSpan.FromSeconds(90));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await condition())
            await timer.WaitForNextTickAsync(timeout.Token);
    }
}
