using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Autonoma.Cli.Planning;
using Autonoma.Planner.Pipeline;

namespace Autonoma.Cli.Tests;

/// <summary><c>--app-command</c>: the app is started with what it needs, and ended whatever it started itself.</summary>
public sealed class AppUnderPlanTests : ToolFixture
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Command_ThatAnswers_GetsSecretsAndAddress_AndIsEndedWithItsChildren()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The command is one of a Linux shell.");
        Write("report/index.html", "<!doctype html><title>Ready</title>");
        var url = FreeAddress();
        var said = new List<string>();
        await using (var app = App($"printf '%s %s %s' \"${{#AUTONOMA_SHARED_SECRET}}\" \"$PORT\" \"$ASPNETCORE_ENVIRONMENT\" > seen; {Served(url)} & wait", url))
        {
            await app.StartAsync(said.Add, Stop);

            (await AnswersAsync(url)).ShouldBeTrue();
            File.ReadAllText(Path.Combine(Folder, "seen")).ShouldBe($"64 {url.Port} Development");
            said.ShouldContain(line => line.StartsWith($"The app answers at {url}", StringComparison.Ordinal));
            await app.StartAsync(said.Add, Stop);
            said.Count(line => line.StartsWith("Starting the app", StringComparison.Ordinal)).ShouldBe(1, "it runs already");
        }

        (await AnswersAsync(url)).ShouldBeFalse();
    }

    [Fact]
    public async Task Command_ThatEnds_SaysWhatItSaidLast_WithoutTheSecrets()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The command is one of a Linux shell.");
        Variables["AUTONOMA_SHARED_SECRET"] = "a secret that nobody may read";
        await using var app = App("echo the database is away; echo $AUTONOMA_SHARED_SECRET; exit 3", FreeAddress());

        var failed = await Should.ThrowAsync<StepUnavailableException>(() => app.StartAsync(_ => { }, Stop));

        failed.Message.ShouldContain("exit code 3");
        failed.Message.ShouldContain("the database is away");
        failed.Message.ShouldContain("***");
        failed.Message.ShouldNotContain("nobody may read");
    }

    [Fact]
    public async Task Address_WhereSomethingAnswersAlready_IsNotTakenForTheApp()
    {
        await using var other = await TestKit.StaticSite.StartAsync();
        await using var app = App("exit 0", other.Url);

        (await Should.ThrowAsync<StepUnavailableException>(() => app.StartAsync(_ => { }, Stop))).Message.ShouldContain("Something answers at");
    }

    [Fact]
    public async Task Plan_WithACommandAndNoAddress_SaysWhatIsMissing()
    {
        var (code, _, error) = await RunAsync("plan", "--app-command", "run it");

        code.ShouldBe(ExitCodes.WrongInput);
        error.ShouldContain("--app-url");
    }

    [Fact]
    public async Task Plan_WithAWrongAddressInTheFile_NamesTheKey()
    {
        Write("autonoma.yaml", "plan:\n  appUrl: localhost:5080\n");

        (await RunAsync("plan")).Error.ShouldContain("plan.appUrl in autonoma.yaml: must be an address");
    }

    private AppUnderPlan App(string command, Uri url) => new(command, url, Folder, AppUnderPlan.WithSecrets(Environment(TextWriter.Null, TextWriter.Null)));

    private static string Served(Uri url) => string.Create(CultureInfo.InvariantCulture, $"'{Path.Combine(AppContext.BaseDirectory, "autonoma")}' show report --serve --port {url.Port}");

    private static async Task<bool> AnswersAsync(Uri url)
    {
        using var http = new HttpClient();
        try
        {
            using var response = await http.GetAsync(url, Stop);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"));
    }
}
