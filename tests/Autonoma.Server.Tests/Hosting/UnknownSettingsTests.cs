using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Autonoma.Server.Configuration;
using Autonoma.TestKit;
using CliSetting = Autonoma.Cli.Configuration.Setting;

namespace Autonoma.Server.Tests.Hosting;

public sealed class UnknownSettingsTests
{
    [Theory]
    [InlineData("--databse-url Host=x", "--databse-url is no setting: did you mean --database-url?")]
    [InlineData("--slot=2", "--slot is no setting: did you mean --slots?")]
    [InlineData("-slots 2", "-slots is no setting: did you mean --slots?")]
    [InlineData("--frobnicate yes", "--frobnicate is no setting; autonoma-server --help lists what there is.")]
    [InlineData("rotate-key", "'rotate-key' is no command: did you mean rotate-keys? Settings are written --NAME VALUE.")]
    [InlineData("--encryption-key my hunter2", "--encryption-key takes one value, and more follows it: put what has spaces into quotes.")]
    [InlineData("--data --urls http://127.0.0.1:1", "--data has no value.")]
    [InlineData("--urls", "--urls has no value.")]
    public void Line_WithWhatNobodyKnows_IsToldWithTheNearest(string line, string said)
        => UnknownSettings.Of(line.Split(' '), []).ShouldBe([said]);

    [Theory]
    [InlineData("--data d --Urls=http://127.0.0.1:1 --requests-per-minute -1 --database-url Host=a;Port=1")]
    [InlineData("--Logging:LogLevel:Default Debug --environment Staging --Kestrel:Limits:MaxConcurrentConnections=5 --AllowedHosts *")]
    public void Line_OfSettingsAndSectionsOfTheFramework_IsTaken(string line)
        => UnknownSettings.Of(line.Split(' '), []).ShouldBeEmpty();

    [Fact]
    public void Environment_WithAVariableOfOursThatNobodyKnows_IsToldWithTheNearest_AndOthersAreNot()
        => UnknownSettings.Of([], ["AUTONOMA_SLOT", "AUTONOMA_BASE_URL", "AUTONOMA_ROLES", "PATH", "DATABASE_URI", "Logging__LogLevel__Default", "AUTONOMA_SERVER_SERVICE_HOST", "AUTONOMA_PORT_5090_TCP_ADDR"])
            .ShouldBe(["The environment variable AUTONOMA_SLOT is no setting: did you mean AUTONOMA_SLOTS?"]);

    [Fact]
    public void Environment_WithEveryVariableThatTheProductKnows_IsTaken()
    {
        var documented = Directory.EnumerateFiles(Repository.Folder("docs"), "*.md", SearchOption.AllDirectories).Append(Repository.Folder("README.md"))
            .SelectMany(page => Regex.Matches(File.ReadAllText(page), "AUTONOMA_[A-Z0-9_]*[A-Z0-9]", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(match => match.Value));

        UnknownSettings.Of([], documented.Concat(CliSetting.All.Select(setting => setting.Variable)).Distinct()).ShouldBeEmpty("a new variable of another program is added to the list in UnknownSettings");
    }

    [Fact]
    public async Task Server_StartedWithATypingMistake_EndsBeforeItBegins_AndSaysWhichInALine()
    {
        var (code, errors) = await StartAsync(["--data", Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N")), "--databse-url", "hunter2"]);

        code.ShouldBe(2);
        errors.ShouldBe(["--databse-url is no setting: did you mean --database-url?"]);
    }

    [Fact]
    public async Task Server_WhoseAddressIsTaken_SaysSoInALine_AndStartsNothing()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var data = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));

        var (code, errors) = await StartAsync(["--data", data, "--urls", $"http://{taken.LocalEndpoint}"]);

        code.ShouldBe(2);
        errors.ShouldBe([$"--urls (AUTONOMA_URLS): 'http://{taken.LocalEndpoint}' cannot be listened on: something else listens there. Stop it, or choose another address: --urls http://127.0.0.1:PORT."]);
        Directory.Exists(data).ShouldBeFalse();
    }

    private static async Task<(int Code, string[] Errors)> StartAsync(string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Autonoma.Server.Hosting.PlatformServer).Assembly.Location, .. args]) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, (await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
