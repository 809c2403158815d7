using System.Buffers;
using System.Text.Json;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.EnvironmentFactory.Scenarios;
using Autonoma.EnvironmentFactory.Security;

namespace Autonoma.EnvironmentFactory.Handling;

/// <summary>Protocol 2.0: the caller names a scenario, the app knows how to make it.</summary>
internal sealed class ProtocolV2(FactoryRequest request) : IProtocol
{
    public EnvironmentFactoryResponse Discover() => Success(writer =>
    {
        writer.WriteStartArray("scenarios");
        foreach (var scenario in request.Setup.Scenarios)
        {
            writer.WriteStartObject();
            writer.WriteString("name", scenario.Name);
            writer.WriteString("description", scenario.Description);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("instanceMemory", request.Recovery.Memory);
    });

    public async Task<EnvironmentFactoryResponse> UpAsync(JsonElement body, CancellationToken cancellationToken)
    {
        var scenario = RequestBody.Member(body, "scenario");
        var name = scenario.ValueKind == JsonValueKind.Object ? RequestBody.Member(scenario, "name") : default;
        if (name.ValueKind != JsonValueKind.String)
            throw EnvironmentFactoryException.InvalidBody("missing \"scenario.name\" in request body");
        var definition = Find(name.GetString()!) ?? throw new EnvironmentFactoryException(ErrorCodes.UnknownEnvironment, $"Unknown environment: {name.GetString()}");
        var runId = RequestBody.Member(body, "testRunId");
        var testRunId = runId.ValueKind == JsonValueKind.String ? runId.GetString()! : Guid.NewGuid().ToString();
        return definition.Create is null
            ? await UpByCodeAsync(definition, testRunId, cancellationToken).ConfigureAwait(false)
            : await UpByFactoriesAsync(definition, testRunId, cancellationToken).ConfigureAwait(false);
    }

    public ReadOnlyMemory<byte>? TokenOf(JsonElement body)
    {
        var token = RequestBody.Member(body, "teardownToken");
        return token.ValueKind != JsonValueKind.String || token.ValueEquals("") ? default(ReadOnlyMemory<byte>?) : RequestBody.Utf8Of(token);
    }

    public EnvironmentFactoryException MissingToken() => EnvironmentFactoryException.InvalidBody("missing teardownToken");

    public EnvironmentFactoryResponse Done() => Success(writer => writer.WriteBoolean("ok", true));

    public async Task<EnvironmentFactoryResponse> DownAsync(ReadOnlyMemory<byte> token)
    {
        var payload = Read(token.Span);
        var definition = Find(payload.Environment);
        if (definition?.Create is not null)
            await DownByFactoriesAsync(payload).ConfigureAwait(false);
        else if (definition?.Down is { } down)
            await DownByCodeAsync(payload, down).ConfigureAwait(false);
        else
            request.Log.NothingToRemove(payload.Environment);
        return Done();
    }

    private ScenarioDefinition? Find(string name) => request.Setup.Scenarios.Find(scenario => scenario.Name == name);

    private async Task<EnvironmentFactoryResponse> UpByCodeAsync(ScenarioDefinition definition, string testRunId, CancellationToken cancellationToken)
    {
        var scope = new RequestScope(request.Services);
        await using var disposal = scope.ConfigureAwait(false);
        var environment = await definition.Up!(new(testRunId, scope.Services, cancellationToken)).ConfigureAwait(false) ?? new ScenarioEnvironment();
        var handle = environment.Teardown is null ? EmptyHandle : JsonSerializer.SerializeToElement(environment.Teardown, environment.Teardown.GetType(), request.Registry.Json.Records);
        return Answer(environment.Auth, handle, testRunId, definition.Name);
    }

    private async Task<EnvironmentFactoryResponse> UpByFactoriesAsync(ScenarioDefinition definition, string testRunId, CancellationToken cancellationToken)
    {
        using var create = JsonDocument.Parse(definition.Create!);
        return await new EnvironmentLifecycle(request).UpAsync(create.RootElement, testRunId, environment => Answer(environment.Auth, HandleOf(environment), testRunId, definition.Name), cancellationToken).ConfigureAwait(false);
    }

    private async Task DownByCodeAsync(RefsTokenPayload payload, Func<ScenarioDownContext, Task> down)
    {
        var scope = new RequestScope(request.Services);
        await using var disposal = scope.ConfigureAwait(false);
        await down(new(payload.Environment, payload.TestRunId, payload.Refs, scope.Services)).ConfigureAwait(false);
    }

    private async Task DownByFactoriesAsync(RefsTokenPayload payload)
    {
        CreatedRecords refs;
        string scope;
        try
        {
            // The handle of such a scenario is what protocol 1.0 has at the top of its token.
            var handle = payload.Refs.Deserialize(ProtocolJson.Context.RefsTokenPayload) ?? throw new InvalidTokenException("unreadable payload");
            refs = TeardownOrder.Records(handle, request.Registry.Json.Records);
            scope = handle.TestRunId;
        }
        catch (Exception exception) when (exception is InvalidTokenException or JsonException)
        {
            throw Invalid("unreadable payload", exception);
        }

        await new EnvironmentLifecycle(request).DownAsync(refs, scope).ConfigureAwait(false);
    }

    private RefsTokenPayload Read(ReadOnlySpan<byte> token)
    {
        try
        {
            var payload = RefsToken.Read(token, SecretRules.Signing(request.Options));
            RefsToken.ThrowIfExpired(payload, request.Time.GetUtcNow(), request.Options.AcceptTokensWithoutExpiry);
            // Answering "ok" to a token of protocol 1.0 would leave its records for ever.
            return payload.AliasDependencies is null ? payload : throw new InvalidTokenException("a token of another protocol");
        }
        catch (InvalidTokenException exception)
        {
            throw Invalid(exception.Message, exception);
        }
    }

    private static EnvironmentFactoryException Invalid(string reason, Exception inner) => new(ErrorCodes.InvalidTeardownToken, $"Invalid teardown token: {reason}", inner);

    private EnvironmentFactoryResponse Answer(Credentials? auth, JsonElement handle, string testRunId, string scenario)
    {
        var issued = request.Time.GetUtcNow();
        var token = RefsToken.Sign(
            new() { Refs = handle, TestRunId = testRunId, Environment = scenario, IssuedAt = issued.ToUnixTimeSeconds(), ExpiresAt = (issued + request.Options.TokenLifetime).ToUnixTimeSeconds() },
            request.Options.SigningSecret!);
        return Success(writer =>
        {
            AnswerWriter.Auth(writer, auth);
            writer.WriteString("teardownToken", token);
            writer.WriteNumber("expiresInSeconds", (long)request.Options.EnvironmentLifetime.TotalSeconds);
        }) with { Token = request.IsNamed ? token : null };
    }

    private static JsonElement HandleOf(CreatedEnvironment environment)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            AnswerWriter.Refs(writer, environment.Refs);
            writer.WriteString("testRunId", environment.ScopeValue);
            AnswerWriter.Order(writer, environment.Refs);
            writer.WriteEndObject();
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    private static JsonElement EmptyHandle { get; } = JsonDocument.Parse("{}").RootElement;

    private EnvironmentFactoryResponse Success(Action<Utf8JsonWriter> body)
        => AnswerWriter.Success(ProtocolVersions.V2, request.Registry.Orm, request.Options.Server ?? "unknown", body);
}
