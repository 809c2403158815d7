using System.Text;
using System.Text.Json;
using Autonoma.EnvironmentFactory.Factories;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.EnvironmentFactory.Security;

namespace Autonoma.EnvironmentFactory.Handling;

/// <summary>Protocol 1.0: the caller sends the records to create.</summary>
internal sealed class ProtocolV1(FactoryRequest request) : IProtocol
{
    public EnvironmentFactoryResponse Discover() => Success(writer =>
    {
        writer.WriteStartObject("schema");
        writer.WriteStartArray("models");
        foreach (var model in request.Registry.Models)
        {
            writer.WriteStartObject();
            writer.WriteString("name", model.Name);
            writer.WriteString("tableName", TableNames.Of(model.Name));
            writer.WriteStartArray("fields");
            WriteField(writer, "id", FieldTypes.Text, isRequired: false, isId: true, hasDefault: true);
            foreach (var field in model.Factory.Fields)
                WriteField(writer, field.Name, field.Type, field.IsRequired, isId: false, field.HasDefault);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("edges");
        writer.WriteEndArray();
        writer.WriteStartArray("relations");
        writer.WriteEndArray();
        if (request.Options.ScopeField is { } scope)
            writer.WriteString("scopeField", scope);
        writer.WriteEndObject();
        // Beside the schema, which stays as it is everywhere: its list of relations is empty, and platforms may take entries for a demand to nest.
        writer.WriteStartObject("nested");
        foreach (var model in request.Registry.Models)
        {
            writer.WriteStartArray(model.Name);
            foreach (var relation in model.Relations)
                WriteNesting(writer, relation);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteString("instanceMemory", request.Recovery.Memory);
    });

    public async Task<EnvironmentFactoryResponse> UpAsync(JsonElement body, CancellationToken cancellationToken)
    {
        var create = RequestBody.Member(body, "create");
        if (RequestBody.IsNothing(create))
            throw EnvironmentFactoryException.InvalidBody("missing \"create\" in request body");
        var testRunId = TestRunIdOf(RequestBody.Member(body, "testRunId"));
        if (request.Registry.Models.Count == 0)
            throw EnvironmentFactoryException.InvalidBody("no factories are registered");
        return await new EnvironmentLifecycle(request).UpAsync(create, testRunId, Answer, cancellationToken).ConfigureAwait(false);
    }

    public ReadOnlyMemory<byte>? TokenOf(JsonElement body)
    {
        var token = RequestBody.Member(body, "refsToken");
        return RequestBody.IsNothing(token) ? default(ReadOnlyMemory<byte>?) : token.ValueKind == JsonValueKind.String ? RequestBody.Utf8Of(token) : ReadOnlyMemory<byte>.Empty;
    }

    public EnvironmentFactoryException MissingToken() => EnvironmentFactoryException.InvalidBody("missing refsToken");

    public EnvironmentFactoryResponse Done() => Success(writer => writer.WriteBoolean("ok", true));

    public async Task<EnvironmentFactoryResponse> DownAsync(ReadOnlyMemory<byte> token)
    {
        CreatedRecords refs;
        string scopeValue;
        try
        {
            var payload = RefsToken.Read(token.Span, SecretRules.Signing(request.Options));
            RefsToken.ThrowIfExpired(payload, request.Time.GetUtcNow(), request.Options.AcceptTokensWithoutExpiry);
            if (payload.Environment.Length > 0)
                throw new InvalidTokenException("a token of another protocol");
            refs = TeardownOrder.Records(payload, request.Registry.Json.Records);
            scopeValue = payload.TestRunId;
        }
        catch (InvalidTokenException exception)
        {
            throw new EnvironmentFactoryException(ErrorCodes.InvalidRefsToken, $"Invalid refs token: {exception.Message}", exception);
        }

        await new EnvironmentLifecycle(request).DownAsync(refs, scopeValue).ConfigureAwait(false);
        return Done();
    }

    internal static string TestRunIdOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => Guid.NewGuid().ToString(),
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        _ => throw EnvironmentFactoryException.InvalidBody("\"testRunId\" must be text"),
    };

    private EnvironmentFactoryResponse Answer(CreatedEnvironment environment)
    {
        var payload = AnswerWriter.TokenPayload(environment.Refs, environment.Payload, environment.ScopeValue, request.Time.GetUtcNow(), request.Options.TokenLifetime);
        var token = SignedToken.SignToUtf8(payload.Span, request.Options.SigningSecret!);
        return Success(writer =>
        {
            AnswerWriter.Auth(writer, environment.Auth);
            AnswerWriter.Refs(writer, environment.Refs);
            writer.WriteString("refsToken", token);
        }) with { Token = request.IsNamed ? Encoding.ASCII.GetString(token) : null };
    }

    private static void WriteNesting(Utf8JsonWriter writer, ModelRelation relation)
    {
        writer.WriteStartObject();
        writer.WriteString("name", relation.Name);
        writer.WriteString("model", relation.Model);
        writer.WriteBoolean("many", relation.Kind == RelationKind.HasMany);
        writer.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter writer, string name, string type, bool isRequired, bool isId, bool hasDefault)
    {
        writer.WriteStartObject();
        writer.WriteString("name", name);
        writer.WriteString("type", type);
        writer.WriteBoolean("isRequired", isRequired);
        writer.WriteBoolean("isId", isId);
        writer.WriteBoolean("hasDefault", hasDefault);
        writer.WriteEndObject();
    }

    private EnvironmentFactoryResponse Success(Action<Utf8JsonWriter> body)
        => AnswerWriter.Success(ProtocolVersions.V1, request.Registry.Orm, request.Options.Server ?? "unknown", body);
}
