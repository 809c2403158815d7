using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Autonoma.Platform.Data;
using Autonoma.TestKit;
using Npgsql;

namespace Autonoma.Server.Tests.Deploy;

/// <summary>
/// What the images hold, without an engine: the publish command of the Dockerfile, and what it made started as the entry point says, with the environment of the image, as somebody who is not root, an API and
/// a worker as compose starts them. Other than in the image are the system around it, the port, and that the application under test lies on this machine.
/// </summary>
public sealed class PublishedServerTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("autonoma-image-").FullName;
    private readonly List<Process> _processes = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string App => Path.Combine(_folder, "app");

    private string Data => Path.Combine(_folder, "data");

    public async ValueTask InitializeAsync()
    {
        var build = ImageTests.Image.Stages.Single(stage => stage.Name == "build").Instructions.Single(instruction => instruction.Keyword == "RUN").Arguments;
        build.Split(' ').ShouldBe(["dotnet", "publish", "src/Autonoma.Server", "-c", "Release", "-o", "/app", "--nologo"]);
        // What was built for these tests is taken as it is: to build it anew takes minutes. A whole build has run Playwright's own target before it publishes, and a target runs once: so it is here.
        await ImageTests.RunAsync("dotnet", ["msbuild", "src/Autonoma.Server", "-t:PlaywrightChmodExecutables;Publish", "-p:Configuration=Release", "-p:NoBuild=true", $"-p:PublishDir={App}/", "-nologo", "-nodeReuse:false", "-v:q"]);
        Directory.CreateDirectory(Data);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        if (Environment.IsPrivilegedProcess)
            await ImageTests.RunAsync("chown", [User, Data]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Images_StartedAsComposeDoes_ServeTheUi_AndCarryOutARun()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the images are Linux");
        await using var site = await StaticSite.StartAsync();
        site.Add("/hello.html", "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Hello</title></head><body><h1>Hello from an image</h1></body></html>");
        var database = await NewDatabaseAsync();
        var (server, link) = await StartAsync("server", database);
        (await StartAsync("worker", database)).Link.PathAndQuery.ShouldBe("/", "to claim a server with, a worker's word would be none that the server knows");
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = server };

        (await http.GetAsync("/readyz", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        // The image builds the UI before; here it is there when somebody has built it.
        if (File.Exists(Repository.Folder("ui/dist/index.html")))
            (await http.GetStringAsync("/", Stop)).ShouldContain("<script type=\"module\"", Case.Insensitive);
        using var claimed = await http.PostAsJsonAsync("/v1/users", new { token = link.Query["?token=".Length..], email = "olga@example.com", password = Browser.Password, name = "Olga", organization = "Acme" }, Stop);
        claimed.IsSuccessStatusCode.ShouldBeTrue(await claimed.Content.ReadAsStringAsync(Stop));
        http.DefaultRequestHeaders.Add("X-CSRF-Token", JsonNode.Parse(await claimed.Content.ReadAsStringAsync(Stop))!["csrf"]!.GetValue<string>());
        var application = await PostAsync(http, "/v1/applications", new { name = "Site", url = site.Url.ToString() });
        await PostAsync(http, $"/v1/applications/{application["id"]}/tests", new { path = "hello.md", content = "---\ntitle: Hello\nurl: /hello.html\n---\n\n## Steps\n\n1. Verify that the heading \"Hello from an image\" is shown\n" });
        var suite = await PostAsync(http, $"/v1/applications/{application["id"]}/suite-runs", new { all = true });
        var run = JsonNode.Parse(await http.GetStringAsync($"/v1/suite-runs/{suite["id"]}", Stop))!["runs"]!.AsArray().ShouldHaveSingleItem()!["id"]!.GetValue<string>();

        // Its events end when it does.
        await http.GetStringAsync($"/v1/runs/{run}/events", Stop);
        var ended = JsonNode.Parse(await http.GetStringAsync($"/v1/runs/{run}", Stop))!;
        ended["status"]!.GetValue<string>().ShouldBe("passed", ended.ToJsonString());
        // Written by the worker, read by the server: they share the volume.
        (await http.GetByteArrayAsync($"/v1/suite-runs/{suite["id"]}/results?format=zip", Stop)).Length.ShouldBeGreaterThan(1000);
    }

    private static string User => ImageTests.Image.AllOf("worker").Last(instruction => instruction.Keyword == "USER").Arguments;

    private static async Task<JsonNode> PostAsync(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {text}");
        return JsonNode.Parse(text)!;
    }

    private async Task<string> NewDatabaseAsync()
    {
        var made = new NpgsqlConnectionStringBuilder(postgres.NewDatabase());
        await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(made.ConnectionString) { Database = "postgres", Pooling = false });
        await using var command = server.CreateCommand($"CREATE DATABASE {made.Database}");
        await command.ExecuteNonQueryAsync(Stop);
        return $"postgresql://{made.Username}@{made.Host}:{made.Port}/{made.Database}";
    }

    private async Task<(Uri Server, Uri Link)> StartAsync(string stage, string database)
    {
        var entry = JsonNode.Parse(ImageTests.Image.AllOf(stage).Last(instruction => instruction.Keyword == "ENTRYPOINT").Arguments)!.AsArray().Select(word => word!.GetValue<string>());
        string[] command = [.. Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups"] : Array.Empty<string>(), .. entry];
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = App, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        // As the image and compose say it, but for the folder and the port.
        foreach (var (name, value) in ImageTests.Image.Environment(stage))
            start.Environment[name] = value == "/data" ? Data : value.Replace(":8080", ":0", StringComparison.Ordinal);
        foreach (var (name, value) in new[] { ("PATH", Environment.GetEnvironmentVariable("PATH")!), ("HOME", Data), ("DATABASE_URL", database), ("SCENARIO_ENCRYPTION_KEY", "c2FpZA"), ("AUTONOMA_PRIVATE_ADDRESSES", "allowed"), ("AUTONOMA_SLOTS", "1") })
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        _processes.Add(process);
        var errors = new System.Text.StringBuilder();
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
        var printed = await process.StandardOutput.ReadLineAsync(Stop);
        printed.ShouldNotBeNull(errors.ToString()).ShouldStartWith("Autonoma: ");
        var link = new Uri(printed["Autonoma: ".Length..]);
        return (new Uri($"http://127.0.0.1:{link.Port}"), link);
    }
}
