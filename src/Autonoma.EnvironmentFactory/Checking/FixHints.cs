using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory.Checking;

/// <summary>What to do about a failure, where its shape tells.</summary>
internal static class FixHints
{
    private static readonly (string Words, string Fix)[] ByMessage =
    [
        ("no factory is registered", "Register the model with DefineFactory, AddFactory or AddEntityFactory, under exactly the name the scenario uses."),
        ("nested list that nobody declared", "Declare the relation on the factory: HasMany or HasOne if the nested records hold the key, BelongsTo if the outer one does; or RelationsFrom the EF model."),
        ("nested object that nobody declared", "Declare the relation on the factory, or give the input type a property of this name."),
        ("aliases that no record declares", "Give the record that is meant an \"_alias\" of this name; nested records may have one too."),
        ("is declared twice", "An alias is one record in the whole scenario: rename one of the two."),
        ("cycle detected", "Leave one of the references out and set it in the factory of the later record."),
        ("is required", "Send the field, nest the record where nesting sets it, or give the input type a default."),
        ("duplicate key", "Put {{testRunId}} into every field that must be unique, so that runs do not collide."),
        ("unique constraint", "Put {{testRunId}} into every field that must be unique, so that runs do not collide."),
        ("UNIQUE", "Put {{testRunId}} into every field that must be unique, so that runs do not collide."),
        ("foreign key", "The record refers to one that is not there, or is still referred to: nest it, use _ref, or let the database cascade on deletion."),
        ("No service for type", "Register the service that the factory asks for."),
    ];

    public static string? For(string phase, ErrorResponse error) => error.Code switch
    {
        ErrorCodes.UnresolvedToken => "Only {{testRunId}}, {{index}} and {{cycle(a,b,c)}} are replaced here; variables of a recipe are resolved by whoever sends it.",
        ErrorCodes.FactoryMissingPrimaryKey => "Return the created record with its Id from the factory, or just the id; HasKey names a key of another name.",
        _ => Array.Find(ByMessage, hint => error.Error.Contains(hint.Words, StringComparison.OrdinalIgnoreCase)).Fix
            ?? (phase == "down" ? "The teardown failed: the message is that of the app's own code." : error.Code == ErrorCodes.InternalError ? "The factory failed: the message is that of the app's own code." : null),
    };
}
