using System.Net;
using System.Text;
using Autonoma.Server.Hosting;
using Npgsql;

namespace Autonoma.Server.Tests.Accounts;

/// <summary>What the database holds of second factors is of no use to who reads it.</summary>
public sealed class SecondFactorTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task SeedAndRecoveryCodes_StandNowhereInTheClear_AndACodeLetsInOne()
    {
        using var owner = await server.NewOwnerAsync();
        var (seed, codes) = await EnableAsync(owner);

        var kept = await TextOfAsync("authenticators", "recovery_codes", "user_tokens", "users");
        kept.ShouldNotContain(seed);
        foreach (var code in codes)
            kept.ShouldNotContain(code);
        (await CountAsync("recovery_codes", owner)).ShouldBe(10);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var browser = server.NewBrowser();
            using var answer = await browser.SendAsync(HttpMethod.Post, "/v1/session", new { email = owner.Email, password = Browser.Password, code = codes[3] });
            return answer.StatusCode;
        }));
        answers.Count(status => status == HttpStatusCode.OK).ShouldBeLessThanOrEqualTo(1);
        (await CountAsync("recovery_codes", owner)).ShouldBe(9);
        using var later = server.NewBrowser();
        await later.PostAsync("/v1/session", new { email = owner.Email, password = Browser.Password, code = codes[4] });
        (await later.RefusedAsync(HttpMethod.Post, "/v1/session", new { email = owner.Email, password = Browser.Password, code = codes[3] })).ShouldBe((401, "session.wrong"));

        await owner.AskAsync(HttpMethod.Delete, "/v1/account/totp", new { current = Browser.Password });
        (await CountAsync("recovery_codes", owner)).ShouldBe(0);
    }

    [Fact]
    public async Task WhatAnEarlierBuildKeptInTheClear_IsSealedWhenAServerStarts_AndWorksOn()
    {
        using var owner = await server.NewOwnerAsync();
        var (seed, _) = await EnableAsync(owner);
        await ExecuteAsync($"DELETE FROM recovery_codes USING users WHERE id = user_id AND email = '{owner.Email}'; DELETE FROM authenticators USING users WHERE id = user_id AND email = '{owner.Email}'");
        foreach (var (name, value) in ((string, string)[])[("AuthenticatorKey", seed), ("RecoveryCodes", "ABCDE-FGHJK;LMNPQ-RTVWX")])
            await ExecuteAsync($"INSERT INTO user_tokens (user_id, login_provider, name, value) SELECT id, '[AspNetUserStore]', '{name}', '{value}' FROM users WHERE email = '{owner.Email}'");

        await using var next = await PlatformServer.StartAsync(["--data", server.Data, "--urls", "http://127.0.0.1:0", "--database-url", server.Database, "--roles", "api"], TestContext.Current.CancellationToken);

        (await CountAsync("user_tokens", owner)).ShouldBe(0);
        var kept = await TextOfAsync("authenticators", "recovery_codes");
        kept.ShouldNotContain(seed);
        kept.ShouldNotContain("FGHJK");
        using var browser = new Browser(next.Url);
        await browser.PostAsync("/v1/session", new { email = owner.Email, password = Browser.Password, code = Totp.Now(seed) });
        await browser.PostAsync("/v1/session", new { email = owner.Email, password = Browser.Password, code = "LMNPQ-RTVWX" });
        (await browser.RefusedAsync(HttpMethod.Post, "/v1/session", new { email = owner.Email, password = Browser.Password, code = "LMNPQ-RTVWX" })).ShouldBe((401, "session.wrong"));
    }

    private static async Task<(string Seed, List<string> Codes)> EnableAsync(Browser owner)
    {
        var seed = (await owner.PostAsync("/v1/account/totp", new { }))["secret"]!.GetValue<string>();
        var codes = (await owner.AskAsync(HttpMethod.Put, "/v1/account/totp", new { code = Totp.Now(seed) }))["recoveryCodes"]!.AsArray();
        return (seed, [.. codes.Select(code => code!.GetValue<string>())]);
    }

    // Everything in the tables, bytes as the text that they may be too.
    private async Task<string> TextOfAsync(params string[] tables)
    {
        await using var database = NpgsqlDataSource.Create(server.Database);
        var all = new StringBuilder();
        foreach (var table in tables)
        {
            await using var command = database.CreateCommand($"SELECT * FROM {table}");
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                for (var column = 0; column < reader.FieldCount; column++)
                    all.Append(reader.GetValue(column) is byte[] bytes ? Encoding.Latin1.GetString(bytes) : reader.GetValue(column)).Append('\n');
            }
        }

        return all.ToString();
    }

    private async Task<long> CountAsync(string table, Browser owner)
    {
        await using var database = NpgsqlDataSource.Create(server.Database);
        await using var command = database.CreateCommand($"SELECT count(*) FROM {table} JOIN users ON users.id = user_id WHERE email = '{owner.Email}'");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var database = NpgsqlDataSource.Create(server.Database);
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
