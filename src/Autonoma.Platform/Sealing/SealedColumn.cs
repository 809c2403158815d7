namespace Autonoma.Platform.Sealing;

/// <summary>
/// A column that holds what was sealed. All of them are named here and nowhere else, since a <see cref="SealedPlace"/> comes from one of them only: whoever adds a column adds
/// it to what is sealed anew when keys change.
/// </summary>
public sealed class SealedColumn
{
    private static readonly List<SealedColumn> Known = [];

    private readonly string[] _row;

    private SealedColumn(string table, string column, string[] row, bool isText = false)
    {
        (Table, Column, IsText, _row) = (table, column, isText, row);
        Known.Add(this);
    }

    /// <summary>Secrets of applications.</summary>
    public static SealedColumn Secrets { get; } = new("secrets", "sealed", ["organization_id", "id"]);

    /// <summary>What deliveries to a webhook are signed with.</summary>
    public static SealedColumn WebhookSecrets { get; } = new("webhooks", "sealed_secret", ["organization_id", "id"]);

    /// <summary>Headers that the Environment Factory of a deployment asks for.</summary>
    public static SealedColumn DeploymentHeaders { get; } = new("deployments", "sealed_headers", ["organization_id", "id"]);

    /// <summary>The framework's own keys, which belong to no organization.</summary>
    public static SealedColumn ProtectionKeys { get; } = new("protection_keys", "sealed", [$"'{Guid.Empty}'", "id"]);

    /// <summary>Seeds of second factors, which belong to a person and to no organization.</summary>
    public static SealedColumn Authenticators { get; } = new("authenticators", "sealed", ["user_id"]);

    /// <summary>What tears an environment down; base64.</summary>
    public static SealedColumn EnvironmentTokens { get; } = new("environment_instances", "token", ["test_run_id"], isText: true);

    /// <summary>All there are.</summary>
    public static IReadOnlyList<SealedColumn> All => Known;

    /// <summary>Its table.</summary>
    public string Table { get; }

    /// <summary>Its name.</summary>
    public string Column { get; }

    /// <summary>Whether it is kept as base64, not as bytes.</summary>
    public bool IsText { get; }

    /// <summary>The place of one row, in SQL: the same text as <see cref="Of"/> makes.</summary>
    internal string PlaceSql => $"'{Table}.{Column}/' || {string.Join(" || '/' || ", _row)}";

    /// <summary>The place of one row, which what is sealed for it is bound to.</summary>
    /// <param name="row">What tells the row from others, in the order above.</param>
    public SealedPlace Of(params IReadOnlyList<object> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Count == _row.Length ? new($"{Table}.{Column}/{string.Join('/', row)}") : throw new ArgumentException($"A row of {Table} is told by {string.Join(", ", _row)}.", nameof(row));
    }
}

/// <summary>Where something sealed lies. Made by a <see cref="SealedColumn"/>.</summary>
public readonly record struct SealedPlace
{
    internal SealedPlace(string name) => Name = name;

    internal string Name { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
