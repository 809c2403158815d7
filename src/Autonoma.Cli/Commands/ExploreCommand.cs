using System.CommandLine;
using System.Globalization;
using Autonoma.Cli.Configuration;
using Autonoma.Cli.Exploring;
using Autonoma.Cli.Running;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Suites;
using Autonoma.Planner.Exploring;
using Autonoma.Planner.Exploring.Writing;

namespace Autonoma.Cli.Commands;

/// <summary><c>autonoma explore</c>: looks through a running application and writes down what can be done in it.</summary>
internal sealed class ExploreCommand
{
    private readonly ToolEnvironment _environment;
    private readonly Argument<string?> _url = new("url") { Description = "Where the application runs; default: the base URL.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<int?> _pages = new("--pages") { Description = "Pages to look at. Default: 60.", HelpName = "N" };
    private readonly Option<double?> _minutes = new("--minutes") { Description = "Time for all of it. Default: 5.", HelpName = "N" };
    private readonly Option<string?> _scenario = new("--scenario") { Description = "Explore in an environment of this scenario, which is thrown away afterwards: signed in, and forms are really sent.", HelpName = "NAME" };
    private readonly Option<string?> _signIn = new("--sign-in") { Description = "A test whose steps each session begins with, to be signed in.", HelpName = "FILE" };
    private readonly Option<bool> _throwaway = new("--throwaway") { Description = "The application's data may be changed: send forms although no scenario isolates it." };
    private readonly Option<int?> _sessions = new("--sessions") { Description = "Sessions at the same time, when each has data of its own. Default: one, and as many as there are cores with --scenario.", HelpName = "N" };
    private readonly SettingOptions _settings;

    private ExploreCommand(ToolEnvironment environment, Command command)
    {
        _environment = environment;
        command.Arguments.Add(_url);
        command.Options.Add(_pages);
        command.Options.Add(_minutes);
        command.Options.Add(_scenario);
        command.Options.Add(_signIn);
        command.Options.Add(_throwaway);
        command.Options.Add(_sessions);
        _settings = new(command, [.. Setting.All.Select(setting => setting.Key).Except(["baseUrl", "output", "viewport", "device", "locale", "timeZone", "headed", "browserName", "browserPath", "browserUrl", "storageState", "headers", "ignoreCertificateErrors", "offline", "allowedHosts", "navigationTimeout", "recipes", "sdkUrl"])]);
        command.SetAction(RunAsync);
    }

    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("explore", "Look through a running application: pages, forms and their messages, tables, dialogs. Changes nothing unless a scenario isolates it.");
        _ = new ExploreCommand(environment, command);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = ToolSettings.Read(_environment, _settings, parsed, _environment.Folder);
        var start = Start(parsed.GetValue(_url) ?? settings.BaseUrl);
        var defaults = new ExploreOptions { Start = start };
        var pages = parsed.GetValue(_pages) ?? defaults.MaxPages;
        var minutes = parsed.GetValue(_minutes) ?? defaults.MaxTime.TotalMinutes;
        if (pages is < 1 or > 10_000)
            throw new UserInputException($"--pages takes a number from 1 to 10000, not {pages}.");
        if (minutes is <= 0 or > 24 * 60)
            throw new UserInputException(string.Create(CultureInfo.InvariantCulture, $"--minutes takes a number above 0 and up to 1440, not {minutes}."));
        var scenario = parsed.GetValue(_scenario);
        var signIn = SignIn(_environment, parsed.GetValue(_signIn));
        var output = settings.Values.Text("output") is null ? _environment.FullPath("autonoma-exploration") : settings.Output(_environment);
        var isolated = scenario is not null || parsed.GetValue(_throwaway);
        using var scenarios = scenario is null ? null : TestScenarios.Create(_environment, settings)
            ?? throw new UserInputException("--scenario needs the app's Environment Factory: --sdk-url URL and --env FILE (recipes), or 'sdkUrl' and 'recipes' in autonoma.yaml.");
        await using var sessions = new AppSessions(_environment, settings, start) { Scenarios = scenarios, Scenario = scenario, SignIn = signIn, IsIsolated = isolated };
        sessions.Warm();
        var options = defaults with
        {
            MaxPages = pages,
            MaxTime = TimeSpan.FromMinutes(minutes),
            IsIsolated = isolated,
            PictureFolder = Path.Combine(output, "pages"),
            // With a scenario each session has data of its own, and one that only reads needs none; data that is merely thrown away is one for all.
            Workers = parsed.GetValue(_sessions) is > 0 and var asked ? asked : scenario is not null || !isolated ? Math.Max(1, Environment.ProcessorCount) : 1,
            SignedOut = sessions.OpenSignedOutAsync,
            SignIn = sessions.SignInSteps,
            SignInAt = sessions.SignInAt,
        };
        var exploration = await ExploreAsync(sessions.OpenAsync, options, cancellationToken);
        await WriteAsync(exploration, output, cancellationToken);
        await SayAsync(exploration, output);
        return ExitCodes.Passed;
    }

    private async Task<Exploration> ExploreAsync(Func<CancellationToken, Task<ExploreSession>> open, ExploreOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await new Explorer(open, options, _environment.Time) { Progress = line => _environment.Error.WriteLine($"  {line}") }.RunAsync(cancellationToken);
        }
        catch (Exception e) when (e is NavigationFailedException or CommandFailedException or DriverLostException)
        {
            throw new UserInputException($"Nothing was explored to the end. {e.Message}", e);
        }
    }

    internal static TestCase? SignIn(ToolEnvironment environment, string? path)
    {
        if (path is null)
            return null;
        var file = TestFileReader.Read(environment.FullPath(path));
        if (file.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } wrong)
            throw new UserInputException(wrong.ToString());
        return file.TestCase;
    }

    private static async Task WriteAsync(Exploration exploration, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "exploration.json"), exploration.Write(), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "feature-inventory.md"), InventoryText.Write(exploration), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "site-map.svg"), SiteMap.Draw(exploration), cancellationToken);
    }

    private async Task SayAsync(Exploration exploration, string folder)
    {
        var routes = exploration.Pages.DistinctBy(page => page.Route).ToList();
        var forms = routes.Sum(page => page.Forms.Count(form => !form.IsFilter));
        await _environment.Out.WriteLineAsync($"{routes.Count} routes ({exploration.Pages.Count} pages), {forms} forms, {routes.Sum(page => page.Tables.Count)} tables and lists, {routes.Sum(page => page.Controls.Count)} controls, {routes.Sum(page => page.Forms.Sum(form => form.Trials.Count))} trials of forms, {exploration.Experiments.Count + exploration.Pages.Sum(page => page.Experiments.Count)} experiments.");
        if (!exploration.IsIsolated && forms > 0)
            await _environment.Out.WriteLineAsync("No form was sent: --scenario NAME explores in an environment of its own, --throwaway says that the data may be changed.");
        if (exploration.LeftOut.Count > 0)
            await _environment.Out.WriteLineAsync($"{exploration.LeftOut.Count} things were left out; they are listed at the end of feature-inventory.md.");
        await _environment.Out.WriteLineAsync($"Written to {ToolSettings.Shown(_environment, folder)}: exploration.json, feature-inventory.md, site-map.svg, pages/");
    }

    internal static Uri Start(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new UserInputException("Say where the application runs, for example http://localhost:5080");
        var whole = text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text;
        return Uri.TryCreate(whole, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0 ? url
            : throw new UserInputException($"'{text}' is not a web address. Example: http://localhost:5080");
    }
}
