using System.CommandLine;
using System.Globalization;
using Autonoma.AI.Registry;
using Autonoma.Cli.Commands.Env;
using Autonoma.Cli.Configuration;
using Autonoma.Cli.Environments;
using Autonoma.Cli.Models;
using Autonoma.Cli.Planning;
using Autonoma.Engine.Suites;
using Autonoma.Cli.Running;
using Autonoma.Engine.Driving;
using Autonoma.Planner.CodeAnalysis.Integrity;
using Autonoma.Planner.Fidelity;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Pipeline;
using Autonoma.Planner.Pipeline.Proving;
using Autonoma.Planner.Pipeline.Review;
using Autonoma.Scenarios.Journal;
using Autonoma.Scenarios.Lifecycle;

namespace Autonoma.Cli.Commands;

/// <summary><c>autonoma plan</c>: from a codebase to a validated suite, in six steps.</summary>
internal sealed class PlanCommand
{
    private static readonly string[] OfSettings = ["model", "fallbackModel", "models", "modelUrls", "modelPrices", "modelTimeout", "modelRetries", "budgets", "offline", "sdkUrl", "headers", "ignoreCertificateErrors", "browserName", "browserPath", "browserUrl", "headed", "viewport", "locale", "timeZone", "navigationTimeout", "allowedHosts"];

    private readonly ToolEnvironment _environment;
    private readonly Argument<string?> _folder = new("folder") { Description = "The repository. Default: the current folder.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> _from = new("--from") { Description = $"Do this step and all behind it again: 1 to 6, or {string.Join(", ", PlanSteps.All.Select(step => step.Key))}.", HelpName = "STEP" };
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on with a plan that has begun." };
    private readonly Option<bool> _autoAdvance = new("--auto-advance") { Description = "Go on after each step although nobody has looked at what it made; said in the output and in the plan. Default: AUTONOMA_AUTO_ADVANCE." };
    private readonly Option<string> _acknowledge = new("--acknowledge") { Description = "Say that you have looked at what this step made: 1 to 5, or its name. Goes on with it.", HelpName = "STEP" };
    private readonly Option<string> _appUrl = new("--app-url") { Description = "Address of the running app.", HelpName = "URL" };
    private readonly Option<string> _appCommand = new("--app-command") { Description = "What starts the app, for the steps that need it running; ended with the plan. Needs --app-url. It gets both secrets in its environment, new ones where none are set.", HelpName = "COMMAND" };
    private readonly Option<string> _only = new("--only") { Description = "Write tests of this topic only.", HelpName = "TOPIC" };
    private readonly Option<string> _database = EnvCheck.Database();
    private readonly SettingOptions _settings;

    private PlanCommand(ToolEnvironment environment, Command command)
    {
        _environment = environment;
        command.Arguments.Add(_folder);
        foreach (var option in (Option[])[_from, _resume, _autoAdvance, _acknowledge, _appUrl, _appCommand, _only, _database])
            command.Options.Add(option);
        _settings = new(command, [.. Setting.All.Select(setting => setting.Key).Except(OfSettings)]);
        command.SetAction(RunAsync);
    }

    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("plan", "Make a plan of tests for a codebase in six steps, each checked, each looked at before the next. Exit code 4 when a step waits to be looked at.");
        _ = new PlanCommand(environment, command);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var repository = _environment.FullPath(parsed.GetValue(_folder) ?? ".");
        if (!Directory.Exists(repository))
            throw new UserInputException($"There is no folder '{repository}'.");
        var folder = new PlanFolder(Path.GetFileName(Path.TrimEndingDirectorySeparator(repository)) == PlanFolder.FolderName && File.Exists(Path.Combine(repository, "AUTONOMA.md")) ? repository : Path.Combine(repository, PlanFolder.FolderName));
        var environment = _environment;
        var settings = ToolSettings.Read(_environment, _settings, parsed, repository);
        var request = new PlanRequest
        {
            From = parsed.GetValue(_from) is { } from ? Step("--from", from).Number : null,
            Resume = parsed.GetValue(_resume) || parsed.GetValue(_acknowledge) is not null,
            AppUrl = parsed.GetValue(_appUrl) is { } url ? AppUrl(url) : settings.Values.Text("plan.appUrl") is { } configured ? AppUrl(configured, "plan.appUrl in autonoma.yaml") : null,
            Topic = parsed.GetValue(_only),
        };
        if (request is { From: not null, Resume: true })
            throw new UserInputException("Give either --from or --resume, not both: --from does a step again, --resume goes on.");

        var app = (parsed.GetValue(_appCommand) ?? settings.Values.Text("plan.appCommand")) is not { Length: > 0 } command ? null
            : new AppUnderPlan(command, request.AppUrl ?? throw new UserInputException("--app-command: give --app-url too (or plan.appUrl in autonoma.yaml): where the app answers once it runs."), folder.Repository, environment = AppUnderPlan.WithSecrets(_environment));
        await using var ended = app;
        using var registry = ModelAccessSettings.Registry(_environment, settings.Values);
        using var http = EndpointSettings.Http(settings.Values);
        using var platform = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var journal = new InstanceJournal(EndpointSettings.JournalFolder(_environment), _environment.Time);
        await using var rows = Rows(parsed);
        await using var sessions = new WebSessions(settings, _environment);
        var progress = new PlanProgress(_environment);
        var asksModels = !registry.Access.IsClosed && registry.DefaultModel is not null;
        var pipeline = new PlanPipeline(new()
        {
            Folder = folder,
            Key = PlanSettings.Key(_environment),
            Gates = PlanSettings.Gates(_environment),
            Steps = [.. PlanStepCatalogue.Steps(registry, environment, settings).Select(step => app is not null && step.Number >= 5 ? app.Under(step) : step)],
            Reviewer = Reviewer(parsed, settings),
            Proof = new EndpointProof(Endpoint(settings, folder, request), address => EndpointSettings.Client(environment, settings.Values, address, http), journal, rows, _environment.Time)
            {
                Unready = PlanSettings.Unready(environment),
                Probe = new LoginProbe((url, login, stop) => sessions.OpenAsync(new TestCase { Title = "login probe", Url = url.ToString() }, login, stop), request.AppUrl, _environment.Time),
            },
            Fidelity = new(new FactoryReader(), asksModels && registry.Has(ModelTags.FidelityJudge) ? new FidelityJudge(() => registry.BeginRun("plan fidelity")) : null),
            Reporter = PlanSettings.Reporter(_environment, folder, platform, registry.Access.IsClosed, request.Topic),
            Watch = progress.Watch,
            Cost = asksModels ? () => registry.Usage.Total : null,
        });
        PlanOutcome outcome;
        try
        {
            outcome = await pipeline.RunAsync(request, cancellationToken);
        }
        catch (PlanRequestException e)
        {
            throw new UserInputException(e.Message, e);
        }

        return await SayAsync(progress, outcome);
    }

    private async Task<int> SayAsync(PlanProgress progress, PlanOutcome outcome)
    {
        switch (outcome.End)
        {
            case PlanEnd.Complete:
                await _environment.Out.WriteLineAsync(outcome.Message);
                return ExitCodes.Passed;
            case PlanEnd.AwaitingReview:
                await _environment.Out.WriteLineAsync(outcome.Message);
                await _environment.Out.WriteLineAsync($"When it is right: autonoma plan --acknowledge {outcome.Step.Key}. When it is not: edit the files, or autonoma plan --from {outcome.Step.Key}.");
                return ExitCodes.AwaitingReview;
            case PlanEnd.Refused:
                await _environment.Error.WriteLineAsync(outcome.Message);
                progress.Problems(outcome.Problems);
                return ExitCodes.Failed;
            default:
                await _environment.Error.WriteLineAsync(outcome.Message);
                return ExitCodes.WrongInput;
        }
    }

    // Where nobody has said otherwise, the endpoint is where step 4 mounts it.
    private static Uri? Endpoint(ToolSettings settings, PlanFolder folder, PlanRequest request)
        => EndpointSettings.Url(settings.Values) ?? (request.AppUrl is { } url && !File.Exists(folder.SdkEndpoint) ? new Uri(url, EndpointSettings.UsualRoute) : null);

    private IPlanReviewer Reviewer(ParseResult parsed, ToolSettings settings)
    {
        if (parsed.GetValue(_acknowledge) is { } seen)
        {
            var step = Step("--acknowledge", seen);
            return step.IsReviewed ? new AdvanceReviewer([step.Number], isSeen: true) : throw new UserInputException("--acknowledge: steps 1 to 5 are acknowledged; nothing comes after step 6.");
        }

        if (parsed.GetValue(_autoAdvance) || settings.Values.Flag("plan.autoAdvance") || _environment.Variable("AUTONOMA_AUTO_ADVANCE") is "true" or "1")
            return AdvanceReviewer.Always;
        return _environment is { IsTerminal: true, In: not null } ? new TerminalReviewer(_environment) : AdvanceReviewer.Never;
    }

    private DatabaseRows? Rows(ParseResult parsed)
    {
        try
        {
            return (parsed.GetValue(_database) ?? _environment.Variable(EnvCheck.DatabaseVariable)) is { Length: > 0 } connection ? new DatabaseRows(connection) : null;
        }
        catch (ArgumentException)
        {
            throw new UserInputException("--database: must be a connection string such as 'Host=localhost;Database=shop;Username=reader' or an address such as postgresql://reader@localhost/shop.");
        }
    }

    private static StepDefinition Step(string option, string text) => PlanSteps.Find(text) ?? throw new UserInputException(
        $"{option}: there is no step '{text}'.{(PlanSteps.Nearest(text) is { } near ? $" Did you mean '{near}'?" : "")} There are: {string.Join(", ", PlanSteps.All.Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Number} {step.Key}")))}.");

    private static Uri AppUrl(string text, string where = "--app-url") => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https") ? url
        : throw new UserInputException($"{where}: must be an address that begins with http:// or https://, and here it is '{text}'.{(text.StartsWith("localhost", StringComparison.OrdinalIgnoreCase) ? $" Did you mean 'http://{text}'?" : "")}");
}
