using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Autonoma.Cli.Environments;
using Autonoma.Engine.Driving;
using Autonoma.Planner.Pipeline;

namespace Autonoma.Cli.Planning;

/// <summary>The app that a plan is for, started by its own command when a step needs it and ended with the plan, whatever happens. Its process is the leader of a group of its own, so that a Ctrl+C at the tool does not reach it before what was made in it is removed.</summary>
internal sealed class AppUnderPlan : IAsyncDisposable
{
    private const int LinesKept = 40;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ToEnd = TimeSpan.FromSeconds(5);

    private readonly string _command;
    private readonly Uri _url;
    private readonly string _folder;
    private readonly ToolEnvironment _environment;
    private readonly Queue<string> _last = new();
    private Process? _process;
    private bool _isGroup;

    /// <summary>An app that is not started yet.</summary>
    /// <param name="command">As it would be typed.</param>
    /// <param name="url">Where it will answer.</param>
    /// <param name="folder">Where the command is run.</param>
    /// <param name="environment">With the two secrets.</param>
    public AppUnderPlan(string command, Uri url, string folder, ToolEnvironment environment) => (_command, _url, _folder, _environment) = (command, url, folder, environment);

    /// <summary>The environment with both secrets: those that are set, else new ones for this run.</summary>
    public static ToolEnvironment WithSecrets(ToolEnvironment environment)
    {
        var made = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in (string[])[EndpointSettings.SharedSecretVariable, EndpointSettings.SigningSecretVariable])
        {
            if (environment.Variable(name) is not { Length: > 0 })
                made[name] = RandomNumberGenerator.GetHexString(64, lowercase: true);
        }

        return made.Count == 0 ? environment : environment with { Variable = name => made.GetValueOrDefault(name) ?? environment.Variable(name) };
    }

    /// <summary>A step that needs the app.</summary>
    public IPlanStep Under(IPlanStep step) => new RunningStep(step, this);

    /// <summary>Starts it and waits until it answers; nothing when it runs already.</summary>
    /// <exception cref="StepUnavailableException">It does not come up; the message ends with what it said last.</exception>
    public async Task StartAsync(Action<string> say, CancellationToken cancellationToken)
    {
        if (_process is { HasExited: false })
            return;
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, SslOptions = { RemoteCertificateValidationCallback = (_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None || _url.IsLoopback } }) { Timeout = TimeSpan.FromSeconds(10) };
        if (_process is null && await AnswersAsync(http, cancellationToken))
            throw new StepUnavailableException($"Something answers at {_url} already, and '{_command}' would have to answer there. Stop it; or leave --app-command out to use it as it is, with AUTONOMA_SHARED_SECRET set to what it has.");
        say($"Starting the app: {_command}");
        _process?.Dispose();
        _process = Start();
        var started = _environment.Time.GetTimestamp();
        while (!await AnswersAsync(http, cancellationToken))
        {
            if (_process.HasExited)
            {
                await _process.WaitForExitAsync(cancellationToken);
                throw new StepUnavailableException($"The app ended with exit code {_process.ExitCode} before it answered at {_url}.{Last()}");
            }

            if (_environment.Time.GetElapsedTime(started) > Longest)
            {
                await EndAsync();
                throw new StepUnavailableException($"The app did not answer at {_url} within {Longest.TotalMinutes:0} minutes. Does the command listen there? It gets the address in ASPNETCORE_URLS, and its port in PORT.{Last()}");
            }

            await Task.Delay(Between, _environment.Time, cancellationToken);
        }

        say(string.Create(CultureInfo.InvariantCulture, $"The app answers at {_url} after {_environment.Time.GetElapsedTime(started).TotalSeconds:0.0} s."));
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        await EndAsync();
        _process.Dispose();
    }

    private Process Start()
    {
        var start = new ProcessStartInfo { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = _folder };
        if (OperatingSystem.IsWindows())
        {
            start.FileName = "cmd.exe";
            start.ArgumentList.Add("/c");
        }
        else
        {
            // The leader of a session is the leader of its group: 'kill' with the negative number reaches all of it.
            _isGroup = File.Exists("/usr/bin/setsid") || File.Exists("/bin/setsid");
            start.FileName = _isGroup ? "setsid" : "/bin/sh";
            if (_isGroup)
                start.ArgumentList.Add("/bin/sh");
            start.ArgumentList.Add("-c");
        }

        start.ArgumentList.Add(_command);
        foreach (var name in (string[])[EndpointSettings.SharedSecretVariable, EndpointSettings.SigningSecretVariable])
            start.Environment[name] = _environment.Variable(name);
        Default("ASPNETCORE_URLS", _url.GetLeftPart(UriPartial.Authority));
        Default("PORT", _url.Port.ToString(CultureInfo.InvariantCulture));
        // Environment factories are shut in production, as they should be.
        Default("ASPNETCORE_ENVIRONMENT", "Development");
        Process process;
        try
        {
            process = Process.Start(start) ?? throw new StepUnavailableException($"The app could not be started: {_command}");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new StepUnavailableException($"The app could not be started: {e.Message}");
        }

        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
        return process;

        void Default(string name, string value)
        {
            if (!start.Environment.TryGetValue(name, out var set) || string.IsNullOrEmpty(set))
                start.Environment[name] = value;
        }
    }

    private async Task<bool> AnswersAsync(HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync(_url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return (int)response.StatusCode is not (502 or 503 or 504);
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    // Politely first; what does not listen is ended.
    private async Task EndAsync()
    {
        if (_process is not { } process)
            return;
        if (!OperatingSystem.IsWindows() && !process.HasExited)
            await SignalAsync("-TERM");
        using (var limit = new CancellationTokenSource(ToEnd, TimeProvider.System))
        {
            try
            {
                if (!OperatingSystem.IsWindows())
                    await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                // It had its time.
            }
        }

        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        // 'dotnet run' may be gone while the app that it started is not.
        if (_isGroup)
            await SignalAsync("-KILL");
        await process.WaitForExitAsync(CancellationToken.None);
    }

    private async Task SignalAsync(string signal)
    {
        var target = (_isGroup ? -_process!.Id : _process!.Id).ToString(CultureInfo.InvariantCulture);
        using var kill = Process.Start(new ProcessStartInfo("kill", [signal, "--", target]) { RedirectStandardError = true, RedirectStandardOutput = true });
        if (kill is not null)
            await kill.WaitForExitAsync(CancellationToken.None);
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        foreach (var name in (string[])[EndpointSettings.SharedSecretVariable, EndpointSettings.SigningSecretVariable])
        {
            if (_environment.Variable(name) is { Length: > 0 } secret)
                line = line.Replace(secret, "***", StringComparison.Ordinal);
        }

        lock (_last)
        {
            _last.Enqueue(line);
            if (_last.Count > LinesKept)
                _last.Dequeue();
        }
    }

    private string Last()
    {
        lock (_last)
            return _last.Count == 0 ? " It said nothing." : new StringBuilder(" What it said last:\n").AppendJoin('\n', _last.Select(line => $"  {line}")).ToString();
    }

    private sealed class RunningStep(IPlanStep step, AppUnderPlan app) : IPlanStep
    {
        public int Number => step.Number;

        public string Means => step.Means;

        public async Task RunAsync(PlanStepContext context, CancellationToken cancellationToken)
        {
            await app.StartAsync(context.Say, cancellationToken);
            await step.RunAsync(context, cancellationToken);
        }
    }
}
