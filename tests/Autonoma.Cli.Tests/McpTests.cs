using System.Diagnostics;
using System.Text.Json.Nodes;
using Autonoma.TestKit;

namespace Autonoma.Cli.Tests;

/// <summary>The tool as a child process that is spoken to as agents do: one JSON message a line.</summary>
public sealed class McpTests : ToolFixture
{
    private int _id;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Server_OverStandardInputAndOutput_ServesTheCommands()
    {
        await using var site = await StaticSite.StartAsync();
        site.Add("/", "<title>Desk</title><h1>Lending desk</h1><button>Lend</button>");
        Write("autonoma/features.json", "{}");
        using var process = Start();
        try
        {
            var hello = await AskAsync(process, "initialize", new JsonObject
            {
                ["protocolVersion"] = "2025-06-18",
                ["capabilities"] = new JsonObject(),
                ["clientInfo"] = new JsonObject { ["name"] = "test", ["version"] = "1" },
            });
            hello["serverInfo"]!["name"]!.GetValue<string>().ShouldBe("autonoma");
            await process.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""".AsMemory(), Stop);

            var tools = (await AskAsync(process, "tools/list", []))["tools"]!.AsArray();
            tools.Select(tool => tool!["name"]!.GetValue<string>()).Order(StringComparer.Ordinal).ShouldBe(["check", "explore", "find", "plan", "run", "scenario_check", "scenario_down", "scenario_up", "test", "validate"]);
            tools.ShouldAllBe(tool => tool!["inputSchema"]!["type"]!.GetValue<string>() == "object" && tool["description"]!.GetValue<string>().Length > 20);

            var (invalid, isError) = await CallAsync(process, "validate", new() { ["path"] = "autonoma" });
            isError.ShouldBeFalse(invalid);
            invalid.ShouldContain("FE00");
            invalid.ShouldContain("exit code 1");

            (await CallAsync(process, "run", new() { ["steps"] = "Verify that \"Lending desk\" is displayed.", ["url"] = site.Url.ToString() })).Text.ShouldContain("exit code 0");
            (await CallAsync(process, "check", new() { ["claim"] = "\"Reading room\" is displayed", ["url"] = site.Url.ToString() })).Text.ShouldContain("exit code 1");

            var (nothing, isWrong) = await CallAsync(process, "test", new() { ["path"] = "nowhere" });
            isWrong.ShouldBeTrue(nothing);
        }
        finally
        {
            process.StandardInput.Close();
            if (!process.WaitForExit(TimeSpan.FromSeconds(20)))
                process.Kill(entireProcessTree: true);
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "autonoma.exe" : "autonoma"), ["mcp"]) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { }; // read, so that it never waits for a reader
        process.BeginErrorReadLine();
        return process;
    }

    private async Task<(string Text, bool IsError)> CallAsync(Process process, string tool, JsonObject arguments)
    {
        var answer = await AskAsync(process, "tools/call", new() { ["name"] = tool, ["arguments"] = arguments });
        return (string.Concat(answer["content"]!.AsArray().Select(block => block!["text"]!.GetValue<string>())), answer["isError"]?.GetValue<bool>() ?? false);
    }

    private async Task<JsonObject> AskAsync(Process process, string method, JsonObject parameters)
    {
        var id = ++_id;
        await process.StandardInput.WriteLineAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters }.ToJsonString().AsMemory(), Stop);
        await process.StandardInput.FlushAsync(Stop);
        while (true)
        {
            var line = await process.StandardOutput.ReadLineAsync(Stop) ?? throw new InvalidOperationException($"The server ended without an answer to {method}.");
            var message = JsonNode.Parse(line)!.AsObject();
            if (message["id"]?.ToString() != id.ToString(System.Globalization.CultureInfo.InvariantCulture))
                continue; // a notification
            return message["result"]?.AsObject() ?? throw new InvalidOperationException(line);
        }
    }
}
