using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Autonoma.EnvironmentFactory.Factories;
using Autonoma.EnvironmentFactory.Instances;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.EnvironmentFactory.Security;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Autonoma.EnvironmentFactory.Handling;

/// <summary>
/// Answers requests. A web adapter hands over the raw bytes and writes the answer, nothing else. Thread-safe; every request gets services of
/// its own.
/// </summary>
public sealed class EnvironmentFactoryHandler
{
    private readonly EnvironmentFactorySetup _setup;
    private readonly FactoryRegistrySource _registry;
    private readonly Func<EnvironmentFactoryOptions> _options;
    private readonly RequestGuard _guard;
    private readonly InstanceRecovery _recovery;
    private readonly IServiceProvider _services;
    private readonly TimeProvider _time;
    private readonly FactoryLog _log;

    internal EnvironmentFactoryHandler(EnvironmentFactorySetup setup, FactoryRegistrySource registry, IOptionsMonitor<EnvironmentFactoryOptions> options, RequestGuard guard, InstanceRecovery recovery, IServiceProvider services, TimeProvider time, ILogger<EnvironmentFactoryHandler> logger)
        : this(setup, registry, () => options.CurrentValue, guard, recovery, services, time, new FactoryLog(logger))
    {
    }

    private EnvironmentFactoryHandler(EnvironmentFactorySetup setup, FactoryRegistrySource registry, Func<EnvironmentFactoryOptions> options, RequestGuard guard, InstanceRecovery recovery, IServiceProvider services, TimeProvider time, FactoryLog log)
    {
        _setup = setup;
        _registry = registry;
        _options = options;
        _guard = guard;
        _recovery = recovery;
        _services = services;
        _time = time;
        _log = log;
    }

    /// <summary>The longest body worth reading; one byte more is enough to be refused.</summary>
    public int MaxBodyBytes => _options().MaxBodyBytes;

    internal FactoryRegistry Registry => _registry.Registry;

    internal EnvironmentFactoryOptions Options => _options();

    internal IServiceProvider Services => _services;

    /// <summary>For web adapters, before the app starts: what they are, and how the app writes JSON. The settings win over both.</summary>
    public void ServedBy(string server, JsonSerializerOptions? appJson)
    {
        _setup.Server ??= server;
        _setup.AppJson ??= appJson;
    }

    /// <summary>The answer to a request that need not be read, as in production; null if it must be.</summary>
    public EnvironmentFactoryResponse? Unavailable() => _guard.Unavailable(_options()) is { } reason ? Refuse(reason, "none", Stopwatch.GetTimestamp()) : null;

    /// <summary>Answers a request. Failures are answers too.</summary>
    /// <exception cref="OperationCanceledException">The caller went away; what an <c>up</c> had created is removed again.</exception>
    public async Task<EnvironmentFactoryResponse> HandleAsync(EnvironmentFactoryRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var started = Stopwatch.GetTimestamp();
        var action = "none";
        try
        {
            var options = _options();
            if (_guard.Unavailable(options) is { } unavailable)
                throw unavailable;
            if (request.Body.Length > options.MaxBodyBytes)
                throw new EnvironmentFactoryException(ErrorCodes.InvalidBody, $"The body is longer than {options.MaxBodyBytes} bytes: raise MaxBodyBytes if that is meant.") { Status = 413 };
            await _guard.VerifyAsync(request, options, cancellationToken).ConfigureAwait(false);
            using var document = RequestBody.Parse(request.Body);
            action = ActionOf(document.RootElement);
            using var activity = EnvironmentFactoryDiagnostics.Source.StartActivity($"environment.{action}", ActivityKind.Server);
            var response = await DispatchAsync(action, document.RootElement, options, cancellationToken).ConfigureAwait(false);
            EnvironmentFactoryDiagnostics.Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new("action", action), new("code", "OK"));
            return response;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (EnvironmentFactoryException exception)
        {
            return Refuse(exception, action, started);
        }
        catch (Exception exception)
        {
            return Refuse(new(ErrorCodes.InternalError, exception.Message, exception), action, started);
        }
    }

    /// <summary>The same factories under other settings: for checks, which bring secrets of their own.</summary>
    internal EnvironmentFactoryHandler With(EnvironmentFactoryOptions options) => new(_setup, _registry, () => options, _guard, _recovery, _services, _time, _log);

    private static string ActionOf(JsonElement body)
    {
        var action = body.ValueKind == JsonValueKind.Object ? RequestBody.Member(body, "action") : default;
        if (RequestBody.IsNothing(action))
            throw EnvironmentFactoryException.InvalidBody("missing \"action\" in request body");
        var name = action.ValueKind == JsonValueKind.String ? action.GetString()! : "";
        return name is "discover" or "up" or "down" ? name : throw new EnvironmentFactoryException(ErrorCodes.UnknownAction, $"Unknown action: {Short(name)}");
    }

    private static string Short(string text) => text.Length <= 64 ? text : text[..64];

    private async Task<EnvironmentFactoryResponse> DispatchAsync(string action, JsonElement body, EnvironmentFactoryOptions options, CancellationToken cancellationToken)
    {
        var instance = InstanceOf(body);
        var request = new FactoryRequest(_setup, _registry.Registry, options, _services, _time, _log, _recovery) { IsNamed = instance is not null };
        IProtocol protocol = options.ProtocolVersion == ProtocolVersions.V2 ? new ProtocolV2(request) : new ProtocolV1(request);
        return action switch
        {
            "discover" => protocol.Discover(),
            "up" when instance is not null => await _recovery.UpAsync(instance, protocol, options, cancelled => protocol.UpAsync(body, cancelled), cancellationToken).ConfigureAwait(false),
            "up" => await protocol.UpAsync(body, cancellationToken).ConfigureAwait(false),
            _ => await DownAsync(protocol, protocol.TokenOf(body), instance, options).ConfigureAwait(false),
        };
    }

    private async Task<EnvironmentFactoryResponse> DownAsync(IProtocol protocol, ReadOnlyMemory<byte>? token, InstanceId? instance, EnvironmentFactoryOptions options)
    {
        if (instance is null)
            return await protocol.DownAsync(token ?? throw protocol.MissingToken()).ConfigureAwait(false);
        // The token says more than a name: what it lists is removed even where nothing is remembered.
        if (token is null && await _recovery.TakeBackAsync(instance, options).ConfigureAwait(false) is { } kept)
            token = Encoding.UTF8.GetBytes(kept);
        var response = token is { } given ? await protocol.DownAsync(given).ConfigureAwait(false) : protocol.Done();
        await _recovery.ForgetAsync(instance, options).ConfigureAwait(false);
        return response;
    }

    private static InstanceId? InstanceOf(JsonElement body)
    {
        var name = RequestBody.Member(body, "instanceId");
        if (RequestBody.IsNothing(name))
            return null;
        return InstanceId.TryParse(name.ValueKind == JsonValueKind.String ? name.GetString() : null, out var id) ? id
            : throw EnvironmentFactoryException.InvalidBody("\"instanceId\" must be the instanceMemory of discover, the time in Unix seconds and 32 random hex digits, with dots between");
    }

    private EnvironmentFactoryResponse Refuse(EnvironmentFactoryException exception, string action, long started)
    {
        EnvironmentFactoryDiagnostics.Failures.Add(1, new("action", action), new("code", exception.Code));
        EnvironmentFactoryDiagnostics.Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new("action", action), new("code", exception.Code));
        var response = AnswerWriter.Error(exception.Code, exception.Message, exception.Status);
        if (response.Status >= 500)
            _log.Failed(exception.InnerException ?? exception, exception.Code);
        else
            _log.Refused(exception.Code, exception.Code == ErrorCodes.InvalidBody && action == "up" ? "the payload is not valid" : Short(exception.Message));
        return response;
    }
}
