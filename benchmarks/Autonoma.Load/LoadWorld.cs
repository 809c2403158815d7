using System.Globalization;
using System.Text;

namespace Autonoma.Load;

/// <summary>An application with a test as people write them, and one real run of it: what is stored a hundred thousand times is a copy of that.</summary>
/// <param name="Application">The application.</param>
/// <param name="Test">The test.</param>
/// <param name="Wait">A test that gives viewers time to come before the one that they watch.</param>
/// <param name="Run">The run.</param>
internal sealed record LoadWorld(Guid Application, Guid Test, Guid Wait, Guid Run)
{
    private const int Orders = 8;

    public static async Task<LoadWorld> CreateAsync(LoadServer server, string site)
    {
        var application = (await server.PostAsync("/v1/applications", new { name = "Orders", url = site }))["id"]!.GetValue<Guid>();
        var wait = await TestAsync("a/wait.md", "---\ntitle: Viewers come\nurl: /\n---\n## Steps\n1. Wait 6 seconds\n2. Verify that the heading \"Orders\" is shown\n");
        var test = await TestAsync("b/orders.md", Content());
        var suite = await server.PostAsync($"/v1/applications/{application}/suite-runs", new { testIds = new[] { test } });
        var run = await EndedAsync(server, suite["id"]!.GetValue<Guid>());
        return new(application, test, wait, run);

        async Task<Guid> TestAsync(string path, string content) => (await server.PostAsync($"/v1/applications/{application}/tests", new { path, content }))["id"]!.GetValue<Guid>();
    }

    /// <summary>Waits for a suite run to end, and answers with its last run, which must have passed.</summary>
    public static async Task<Guid> EndedAsync(LoadServer server, Guid suite)
    {
        using var events = await server.Http.GetStreamAsync($"/v1/runs/{await LastAsync()}/events");
        using var reader = new StreamReader(events);
        while (await reader.ReadLineAsync() is not null)
        {
        }

        var ended = (await server.GetAsync($"/v1/suite-runs/{suite}"))["runs"]!.AsArray()[^1]!;
        return ended["status"]!.GetValue<string>() == "passed" ? ended["id"]!.GetValue<Guid>() : throw new InvalidOperationException($"The run {ended["status"]}: {ended["reasoning"]}");

        async Task<Guid> LastAsync() => (await server.GetAsync($"/v1/suite-runs/{suite}"))["runs"]!.AsArray()[^1]!["id"]!.GetValue<Guid>();
    }

    private static string Content()
    {
        var text = new StringBuilder("---\ntitle: Orders are added\nurl: /\ntags: [orders]\n---\n## Steps\n");
        var step = 0;
        for (var order = 1; order <= Orders; order++)
        {
            foreach (var line in (string[])[$"Type \"Customer {order}\" into the Customer field", $"Type \"{order * 7}\" into the Amount field", $"Type \"Order number {order}\" into the Note field", "Click \"Add order\"", $"Verify that the text \"{order} orders\" is shown"])
                text.Append(CultureInfo.InvariantCulture, $"{++step}. {line}\n");
        }

        return text.ToString();
    }
}
