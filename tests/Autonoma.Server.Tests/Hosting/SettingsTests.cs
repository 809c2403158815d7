using Autonoma.Server.Configuration;
using Autonoma.TestKit;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Autonoma.Server.Tests.Hosting;

public sealed class SettingsTests
{
    [Fact]
    public void Settings_AreAllDocumented_WithTheirVariables()
    {
        var page = File.ReadAllText(Repository.Folder("docs/reference/server.md"));

        SettingReader.Variables.Where(setting => !page.Contains($"| `--{setting.Key}` | {string.Join(", ", setting.Value.Select(variable => $"`{variable}`"))} |", StringComparison.Ordinal)).Select(setting => setting.Key)
            .ShouldBeEmpty("docs/reference/server.md has a row for each setting");
    }

    [Fact]
    public void Settings_ThatAreWrong_AreAllToldWithTheirNames_AndWithoutTheirValues()
    {
        var e = Should.Throw<ArgumentException>(() => From("--roles", "cook", "--database-url", "hunter2=x=y;z", "--google-client-id", "id", "--requests-per-minute", "-1", "--urls", "ftp://x"));

        foreach (var key in (string[])["--roles (AUTONOMA_ROLES)", "--database-url (DATABASE_URL)", "--google-client-secret (GOOGLE_CLIENT_SECRET)", "--requests-per-minute", "--urls"])
            e.Message.ShouldContain(key);
        e.Message.ShouldNotContain("hunter2");
    }

    [Fact]
    public void DatabaseUrl_InPostgreSqlsForm_IsUnderstood()
    {
        var database = new NpgsqlConnectionStringBuilder(From("--database-url", "postgresql://us%40er:p%3Ass@db.example:6543/auto?sslmode=verify-full").Database);

        (database.Username, database.Password, database.Host, database.Port, database.Database, database.SslMode).ShouldBe(("us@er", "p:ss", "db.example", 6543, "auto", SslMode.VerifyFull));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5090", true)]
    [InlineData("http://localhost:1;http://[::1]:2", true)]
    [InlineData("http://127.0.0.1:5090;http://0.0.0.0:80", false)]
    [InlineData("http://*:5090", false)]
    public void Server_ThatOnlyThisMachineReaches_MayCallThisMachine(string urls, bool isLocal)
    {
        From("--urls", urls).IsLocal.ShouldBe(isLocal);
        From("--urls", urls).AllowsPrivateAddresses.ShouldBe(isLocal);
    }

    private static ServerSettings From(params string[] args) => ServerSettings.From(new ConfigurationBuilder().AddCommandLine(args).Build());
}
