using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Creation;

/// <summary>Which calls do something that outlives them, by the type they are made on and what they are called.</summary>
internal sealed class EffectRules(LoadedCode code)
{
    private static readonly HashSet<string> Clients = new(StringComparer.Ordinal) { "GetAsync", "PostAsync", "PutAsync", "PatchAsync", "DeleteAsync", "SendAsync", "PostAsJsonAsync", "PutAsJsonAsync", "PatchAsJsonAsync", "GetFromJsonAsync", "GetStringAsync", "GetByteArrayAsync", "Send", "DeleteFromJsonAsync" };
    private static readonly HashSet<string> Sending = new(StringComparer.Ordinal) { "send", "queue", "enqueue", "deliver", "dispatch", "notify", "email", "mail" };
    private static readonly HashSet<string> Making = new(StringComparer.Ordinal) { "generate", "create", "new", "issue", "make", "next", "build", "of", "from", "to", "for", "slugify", "unique", "free", "ensure", "get", "random", "write", "normalize", "reserve" };
    private static readonly HashSet<string> Publishing = new(StringComparer.Ordinal) { "publish", "send", "enqueue", "produce", "schedule", "dispatch", "post", "push" };
    private static readonly HashSet<string> Storing = new(StringComparer.Ordinal) { "save", "upload", "put", "store", "write", "move", "copy" };
    private static readonly HashSet<string> Caching = new(StringComparer.Ordinal) { "set", "remove", "invalidate", "evict", "clear", "refresh", "add", "put", "create", "bust", "purge" };

    public IEnumerable<Effect> Of(InvocationExpressionSyntax call, IMethodSymbol? target)
    {
        var name = call.Expression switch { MemberAccessExpressionSyntax m => m.Name.Identifier.ValueText, SimpleNameSyntax s => s.Identifier.ValueText, MemberBindingExpressionSyntax b => b.Name.Identifier.ValueText, _ => "" };
        var on = On(call, target);
        if (name.Length == 0)
            yield break;
        var kind = Kind(name, Names.Words(name), on, Names.Words(on.StartsWith('I') && on.Length > 1 && char.IsUpper(on[1]) ? on[1..] : on), call, target);
        if (kind is not null)
            yield return new Effect(kind, Say(kind, on.Length == 0 ? name : $"{on}.{name}"), call);
        if (name == "CreateAsync" && on == "UserManager" && call.ArgumentList.Arguments.Count > 1)
            yield return new Effect("hash", Say("hash", "UserManager.CreateAsync"), call);
    }

    public IEnumerable<Effect> Of(BaseObjectCreationExpressionSyntax made)
    {
        if (code.Model(made).GetTypeInfo(made).Type is not { } type)
            yield break;
        if (type.Name is "FileStream" or "StreamWriter" && type.ContainingNamespace?.ToDisplayString() == "System.IO" && made.ArgumentList?.Arguments.FirstOrDefault() is { } path && code.Model(path.Expression).GetTypeInfo(path.Expression).Type?.SpecialType == SpecialType.System_String)
            yield return new Effect("file", Say("file", type.Name), made);
        else if (type.Name == "Rfc2898DeriveBytes")
            yield return new Effect("hash", Say("hash", type.Name), made);

        // An event is raised where it is made and handed on; one that is only made says nothing.
        else if (code.Place(type) is not null && UnitRoles.IsEvent(type) && made.Parent is ArgumentSyntax)
            yield return new Effect("event", Say("event", type.Name), made);
    }

    private string? Kind(string name, IReadOnlyList<string> words, string on, IReadOnlyList<string> onWords, InvocationExpressionSyntax call, IMethodSymbol? target)
    {
        if (IsHash(name, words, on, onWords))
            return "hash";
        if ((words.Contains("slug") || words.Contains("slugify") || (onWords.Any(w => w is "slug" or "slugs" or "slugifier" or "slugger") && !words.Any(w => w is "add" or "is" or "contains" or "validate" or "any"))) && !words.Any(w => w is "find" or "by" or "exists" or "is" or "has" or "taken"))
            return "slug";
        if (IsToken(name, words, on, onWords, call))
            return "token";
        if (words.Any(w => w is "sms") && words.Any(Sending.Contains) || (onWords.Contains("sms") && words.Any(Sending.Contains)))
            return "sms";
        if ((onWords.Any(w => w is "mail" or "email" or "mailer" or "emails" or "mails" or "smtp" or "postman") && words.Any(Sending.Contains)) || (words.Any(w => w is "email" or "mail") && words[0] is "send" or "queue" or "enqueue" or "deliver" && words.Any(w => w is "email" or "mail")))
            return "mail";
        if (on is "HttpClient" or "HttpClientJsonExtensions" or "HttpMessageInvoker" && Clients.Contains(name))
            return "http";
        if (onWords.Any(w => w is "bus" or "queue" or "publisher" or "producer" or "endpoint" or "outbox" or "sqs" or "sns" or "rabbit" or "kafka" or "broker") && words.Any(Publishing.Contains) && on is not "IMediator" and not "ISender" && !(on == "IPublisher"))
            return "queue";
        if (on is "BackgroundJob" or "IBackgroundJobClient" or "IRecurringJobManager" || name is "BasicPublish" or "BasicPublishAsync" || (onWords is ["channel", "writer"] && name is "WriteAsync" or "TryWrite") || (on == "ChannelWriter" && name is "WriteAsync" or "TryWrite"))
            return "queue";
        if (name.EndsWith("DomainEvent", StringComparison.Ordinal) || (on is "IMediator" or "IPublisher" or "Mediator" && name == "Publish") || (words[0] is "raise" or "publish" && words.Contains("event")))
            return words[0] is "clear" or "remove" or "get" || IsForwarding(call) ? null : "event";
        if (on is "File" or "Directory" && (name.StartsWith("Write", StringComparison.Ordinal) || name.StartsWith("Append", StringComparison.Ordinal) || name is "Create" or "Copy" or "Move" or "CreateDirectory" or "OpenWrite"))
            return "file";
        if (onWords.Any(w => w is "storage" or "blob" or "blobs" or "bucket" or "files" or "s3") && words.Any(Storing.Contains))
            return "file";
        if ((onWords.Any(w => w is "cache" or "caching") && words.Any(Caching.Contains)) || on is "CacheExtensions" or "DistributedCacheExtensions" && (name.StartsWith("Set", StringComparison.Ordinal) || name.StartsWith("GetOrCreate", StringComparison.Ordinal) || name.StartsWith("Remove", StringComparison.Ordinal)))
            return words[0] is "get" or "try" ? null : "cache";
        return null;
    }

    // A loop that hands on what others raised raises nothing itself: the value is only known as some event.
    private bool IsForwarding(InvocationExpressionSyntax call)
        => call.ArgumentList.Arguments.FirstOrDefault()?.Expression is { } argument && code.Model(argument).GetTypeInfo(argument).Type is { } type && (type.IsAbstract || type.SpecialType == SpecialType.System_Object);

    private static bool IsHash(string name, IReadOnlyList<string> words, string on, IReadOnlyList<string> onWords)
    {
        if (name == "GetHashCode" || on == "HashCode" || words.Any(w => w is "verify" or "check" or "compare" or "code" or "set"))
            return false;
        return words.Any(w => w is "hash" or "hashed" || w == "pbkdf2") && words[0] is not "find" and not "get" and not "by"
            || onWords.Any(w => w is "hasher" or "crypt" or "bcrypt" or "argon2") && !words.Contains("verify") || (name is "HashData" or "ComputeHash");
    }

    private static bool IsToken(string name, IReadOnlyList<string> words, string on, IReadOnlyList<string> onWords, InvocationExpressionSyntax call)
    {
        if (on == "RandomNumberGenerator" || name is "WriteToken")
            return true;
        var isAbout = words.Any(IsSecret) || onWords.Any(w => w is "token" or "tokens" or "tokenizer") || Names.Contains(words, ["api", "key"]) || Names.Contains(words, ["invite", "code"]) || Names.Contains(words, ["access", "code"]) || Names.Contains(words, ["invitation", "code"]);
        if (isAbout && words.Any(w => w is "generate" or "create" or "new" or "issue" or "make" or "random" or "next" or "mint") && !on.Contains("Cancellation", StringComparison.Ordinal))
            return true;

        // A new unique value that goes into something called a token or a code.
        return name is "NewGuid" or "CreateVersion7" or "GetHexString" or "NextInt64" && Target(call) is { } into && Names.Words(into) is var target && (target.Any(IsSecret) || target.Any(w => w is "code" or "reference") || (target.Contains("key") && target.Any(w => w is "api" or "access" or "secret")));
    }

    private static bool IsSecret(string word) => word is "token" or "secret" or "otp" or "nonce";

    // What the value is assigned to: a property, a variable, an initializer.
    private static string? Target(SyntaxNode node)
    {
        foreach (var parent in node.Ancestors().Take(6))
        {
            switch (parent)
            {
                case AssignmentExpressionSyntax assignment: return (assignment.Left as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? assignment.Left.ToString();
                case VariableDeclaratorSyntax variable: return variable.Identifier.ValueText;
                case PropertyDeclarationSyntax property: return property.Identifier.ValueText;
                case ArgumentSyntax { NameColon: { } named }: return named.Name.Identifier.ValueText;
                case StatementSyntax: return null;
            }
        }

        return null;
    }

    private string On(InvocationExpressionSyntax call, IMethodSymbol? target)
    {
        if (call.Expression is MemberAccessExpressionSyntax member)
        {
            var type = code.Model(member.Expression).GetTypeInfo(member.Expression).Type;
            if (type is not null and not IErrorTypeSymbol && type.Name.Length > 0)
                return type.Name;
            if (target is { IsStatic: true })
                return target.ContainingType.Name;
            // Nothing binds: the name of the variable or the type, as written.
            return (member.Expression switch { IdentifierNameSyntax i => i.Identifier.ValueText, MemberAccessExpressionSyntax m => m.Name.Identifier.ValueText, ThisExpressionSyntax => "", _ => "" }).TrimStart('_');
        }

        return target is { IsStatic: true } ? target.ContainingType.Name : "";
    }

    private static string Say(string kind, string what) => kind switch
    {
        "hash" => $"hashes a secret ({what})",
        "slug" => $"makes a slug ({what})",
        "token" => $"makes a token ({what})",
        "mail" => $"sends mail ({what})",
        "sms" => $"sends a text message ({what})",
        "http" => $"calls another service over HTTP ({what})",
        "queue" => $"puts a message on a queue ({what})",
        "event" => $"raises an event ({what})",
        "file" => $"writes a file ({what})",
        "cache" => $"changes a cache ({what})",
        _ => what,
    };
}
