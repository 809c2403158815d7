using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Autonoma.Server.Configuration;
using Autonoma.Server.Hosting;
using Autonoma.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
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

    [Theory]
    [InlineData("AUTONOMA_SLOT", "AUTONOMA_SLOTS")]
    [InlineData("AUTONOMA_ROLE", "AUTONOMA_ROLES")]
    [InlineData("AUTONOMA_DATABASE_URL", "DATABASE_URL")]
    [InlineData("AUTONOMA_ENCRYPTION_KEY", "SCENARIO_ENCRYPTION_KEY")]
    [InlineData("AUTONOMA_S3_SECRET_KEY", "S3_SECRET_ACCESS_KEY")]
    public void Environment_WithATypingMistake_IsToldWithWhatWasMeant(string name, string meant)
    {
        UnknownSettings.Of([], [name]).ShouldBe([$"The environment variable {name} is no setting: did you mean {meant}? If it is another program's, start the server without it."]);
        UnknownSettings.Passed([name]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("AUTONOMA_API_TOKEN")]
    [InlineData("AUTONOMA_FOO")]
    [InlineData("AUTONOMA_NIGHTLY_CHANNEL")]
    public void Environment_WithAVariableThatIsNearNoSetting_IsPassedOverWithALine(string name)
    {
        UnknownSettings.Of([], [name]).ShouldBeEmpty();
        UnknownSettings.Passed([name]).ShouldBe([$"The environment variable {name} is no setting of the server: it is passed over. 'autonoma-server --help' lists what there is."]);
    }

    [Theory]
    [InlineData("AUTONOMA_API_KEY")]
    [InlineData("AUTONOMA_BASE_URL")]
    [InlineData("AUTONOMA_ROLES")]
    [InlineData("PATH")]
    [InlineData("DATABASE_URI")]
    [InlineData("Logging__LogLevel__Default")]
    [InlineData("AUTONOMA_SERVER_SERVICE_HOST")]
    [InlineData("AUTONOMA_PORT_5090_TCP_ADDR")]
    public void Environment_WithAVariableOfOursOrOfOthers_IsTakenWithoutAWord(string name)
    {
        UnknownSettings.Of([], [name]).ShouldBeEmpty();
        UnknownSettings.Passed([name]).ShouldBeEmpty();
    }

    [Fact]
    public void Environment_WithEveryVariableThatTheProductKnows_IsTaken()
    {
        var documented = Directory.EnumerateFiles(Repository.Folder("docs"), "*.md", SearchOption.AllDirectories).Append(Repository.Folder("README.md"))
            .SelectMany(page => Regex.Matches(File.ReadAllText(page), "AUTONOMA_[A-Z0-9_]*[A-Z0-9]", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(match => match.Value));
        string[] known = [.. documented.Concat(CliSetting.All.Select(setting => setting.Variable)).Distinct()];

        UnknownSettings.Of([], known).Concat(UnknownSettings.Passed(known)).ShouldBeEmpty("a new variable of another program is added to the list in UnknownSettings");
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

    [Fact]
    public async Task Server_WhoseAddressWasFreeWhenItLooked_HasItToTheEnd()
    {
        var port = FreePort();
        using var addresses = ListenAddresses.Take($"http://127.0.0.1:{port}");

        Should.Throw<ArgumentException>(() => ListenAddresses.Take($"http://127.0.0.1:{port}")).Message.ShouldContain("something else listens there");
        using var late = new TcpListener(IPAddress.Loopback, port);
        Should.Throw<SocketException>(() => late.Start()).SocketErrorCode.ShouldBe(SocketError.AddressAlreadyInUse);

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSockets(sockets => sockets.CreateBoundListenSocket = addresses.Bind).UseUrls($"http://127.0.0.1:{port}");
        await using var app = builder.Build();
        app.MapGet("/", () => "here");
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient();
        (await http.GetStringAsync($"http://127.0.0.1:{port}/", TestContext.Current.CancellationToken)).ShouldBe("here");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
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
