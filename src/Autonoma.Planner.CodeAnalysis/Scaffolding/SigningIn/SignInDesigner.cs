using System.Globalization;
using System.Text;
using Autonoma.Planner.CodeAnalysis.Creation;
using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Designs;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Inputs;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.SigningIn;

/// <summary>Tells how the app signs people in, and writes a callback that does the same.</summary>
internal sealed class SignInDesigner(AppCode app, string home)
{
    private static readonly string[] Logins = ["Email", "UserName", "Username", "Login", "EmailAddress", "Mail", "Name"];

    private readonly TypeText _types = new(home);

    public SignInDesign Design(IReadOnlyList<FactoryDesign> designs)
    {
        var calls = app.Code.Trees.SelectMany(t => t.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()).Select(c => (Call: c, Name: Name(c))).ToList();
        var user = UserOf(designs);
        var cookies = new TenantCookies(app).Find().Where(c => designs.Any(d => d.Model == c.Model) && app.ContextOf(c.Model) is not null && c.Model is { Type: not null, Key.Count: 1 }).ToList();
        _types.Usings.UnionWith(["System", "System.Collections.Generic", "System.Linq", "System.Threading.Tasks", "Autonoma.EnvironmentFactory", "Autonoma.EnvironmentFactory.AspNetCore.SigningIn", "Autonoma.EnvironmentFactory.Protocol"]);

        if (calls.FirstOrDefault(c => c.Name is "AddIdentity" or "AddDefaultIdentity" or "AddIdentityCore" or "AddIdentityApiEndpoints").Call is { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { TypeArgumentList.Arguments: [var identity, ..] } } }
            && app.Code.Model(identity).GetTypeInfo(identity).Type is INamedTypeSymbol type && designs.FirstOrDefault(d => SymbolEqualityComparer.Default.Equals(d.Model.Type, type)) is { } person)
            return Written(SignInKind.Identity, $"as ASP.NET Core Identity signs in a {type.Name}", person.Model.Name, null, cookies, $"await auth.SignInWithIdentityAsync<{_types.Bare(type)}>(user.IdText)");
        if (Token(calls) is { } token && user is not null && TokenCall(token, user) is { } call)
            return Written(SignInKind.Token, $"with a token of {token.ContainingType.Name}.{token.Name}", user.Model.Name, null, cookies, call);
        var isBearer = calls.Any(c => c.Name == "AddJwtBearer");
        if (calls.Any(c => c.Name is "SignInAsync" or "PasswordSignInAsync") || calls.Any(c => c.Name == "AddCookie"))
            return Form(calls.Select(c => c.Call), user, cookies);
        if (isBearer)
            return Jwt(user, cookies);
        return calls.Any(c => c.Name is "AddAuthentication" or "UseAuthentication" or "RequireAuthorization") || app.Analyzed.Code.Trees.Any(t => t.GetRoot().DescendantNodes().OfType<AttributeSyntax>().Any(a => a.Name.ToString() is "Authorize"))
            ? Open("The app asks who somebody is, and how it finds out could not be told.", user, cookies) : cookies.Count > 0 ? Written(SignInKind.Open, "no sign-in; the cookies that the app reads are set", null, null, cookies, "null") : new(SignInKind.None, "the app has no sign-in");
    }

    private SignInDesign Form(IEnumerable<InvocationExpressionSyntax> calls, FactoryDesign? user, IReadOnlyList<TenantCookie> cookies)
    {
        var path = LoginPath(calls);
        var fields = user is null ? null : FieldsOf(user);
        if (path is null || user is null || fields is not { } known)
            return Open(path is null ? "The page with the login form was not found." : "No model was found whose records are made with a password.", user, cookies);
        var expression = $"await auth.SignInThroughFormAsync(\"{path}\", login.Name, login.Password, cookies)";
        return Written(SignInKind.Form, $"by the login form of {path}, with the name and password that the {user.Model.Name} was made with", user.Model.Name, known, cookies, expression);
    }

    private SignInDesign Jwt(FactoryDesign? user, IReadOnlyList<TenantCookie> cookies)
    {
        var settings = app.Code.Trees.SelectMany(t => t.GetRoot().DescendantNodes().OfType<ObjectCreationExpressionSyntax>()).FirstOrDefault(o => o.Type.ToString().EndsWith("TokenValidationParameters", StringComparison.Ordinal));
        var key = settings?.DescendantNodes().OfType<ElementAccessExpressionSyntax>().Where(e => e.Ancestors().OfType<AssignmentExpressionSyntax>().Any(a => a.Left.ToString() == "IssuerSigningKey")).Select(Key).FirstOrDefault(k => k is not null);
        if (key is null || user is null)
            return Open("The app checks tokens, and neither code that issues them nor its key was found.", user, cookies);
        _types.Usings.UnionWith(["System.Security.Claims", "System.Text", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection"]);
        var issuer = Setting(settings!, "ValidIssuer");
        var audience = Setting(settings!, "ValidAudience");
        var expression = $"new JwtCredentials {{ Key = Encoding.UTF8.GetBytes(configuration[\"{key}\"] ?? throw new InvalidOperationException(\"{key} is not configured.\")){issuer}{audience} }}.For([new Claim(ClaimTypes.NameIdentifier, user.IdText), new Claim(\"sub\", user.IdText)], auth.Services.GetRequiredService<TimeProvider>().GetUtcNow())";
        return Written(SignInKind.Jwt, $"with a token signed with the app's own key ({key})", user.Model.Name, null, cookies, expression, "IConfiguration configuration");
    }

    private SignInDesign Open(string why, FactoryDesign? user, IReadOnlyList<TenantCookie> cookies)
        => Written(SignInKind.Open, $"left to be written: {why}", user?.Model.Name, null, cookies, $"throw new NotSupportedException({Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral($"Signing in is left to be written in SignIn.AsUserAsync: {why} Return the cookies or headers of a signed-in user there.", quote: true)})");

    private SignInDesign Written(SignInKind kind, string words, string? user, (string, string)? fields, IReadOnlyList<TenantCookie> cookies, string expression, string? more = null)
    {
        var parameters = new List<string> { "AuthContext auth" };
        var body = new StringBuilder();
        body.Append("        List<CredentialCookie> cookies = [];\n");
        foreach (var cookie in cookies)
        {
            var context = _types.Bare(app.ContextOf(cookie.Model)!);
            if (!parameters.Contains($"{context} database"))
                parameters.Add($"{context} database");
            _types.Usings.Add("Microsoft.EntityFrameworkCore");
            var keyType = app.KeyType(cookie.Model, _types) ?? "string";
            var name = cookie.NameIn is { } constant ? $"{_types.Bare(constant.ContainingType)}.{constant.Name}" : cookie.Name;
            body.Append(CultureInfo.InvariantCulture, $"        // The app finds its {cookie.Model.Name} by this cookie.\n        if (auth.Refs[\"{cookie.Model.Name}\"] is [var its, ..])\n        {{\n            var id = its.As<{keyType}>();\n            var value = await database.Set<{_types.Bare(cookie.Model.Type!)}>().Where(row => EF.Property<{keyType}>(row, \"{cookie.Model.Key[0]}\").Equals(id)).Select(row => row.{cookie.Field}).FirstAsync(auth.CancellationToken);\n            cookies.Add(new({name}, value) {{ HttpOnly = true, SameSite = \"lax\", Path = \"/\" }});\n        }}\n\n");
        }

        if (more is not null)
            parameters.Add(more);
        if (kind == SignInKind.Form)
        {
            parameters.Add("SignIns signIns");
            body.Append("        if (signIns.First is not { } login)\n            return cookies.Count > 0 ? new Credentials { Cookies = cookies } : null;\n");
            body.Append(CultureInfo.InvariantCulture, $"        return {expression};\n");
        }
        else if (kind == SignInKind.Open)
        {
            if (expression != "null" && user is not null)
                body.Append(CultureInfo.InvariantCulture, $"        if (auth.Refs[\"{user}\"].Count > 0)\n            {expression};\n");
            else if (expression != "null")
                body.Append(CultureInfo.InvariantCulture, $"        if (auth.User is not null)\n            {expression};\n");
            body.Append("        return cookies.Count > 0 ? new Credentials { Cookies = cookies } : null;\n");
        }
        else
        {
            body.Append(CultureInfo.InvariantCulture, $"        if (auth.Refs[\"{user}\"] is not [var user, ..])\n            return cookies.Count > 0 ? new Credentials {{ Cookies = cookies }} : null;\n        var signedIn = {expression};\n        return signedIn with {{ Cookies = [.. cookies, .. signedIn.Cookies ?? []] }};\n");
        }

        var isAsync = body.ToString().Contains("await ", StringComparison.Ordinal);
        var text = new StringBuilder("#nullable enable\n\n");
        foreach (var used in _types.Usings.Where(u => u != home).OrderBy(u => u.StartsWith("System", StringComparison.Ordinal) ? 0 : 1).ThenBy(u => u, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"using {used};\n");
        text.Append(CultureInfo.InvariantCulture, $"\nnamespace {home};\n\n/// <summary>Signs a test in: {words}.</summary>\ninternal static class SignIn\n{{\n    public static {(isAsync ? "async " : "")}Task<Credentials?> AsUserAsync({string.Join(", ", parameters)})\n    {{\n");
        text.Append(isAsync ? body.ToString() : Finished(body.ToString())).Append("    }\n}\n");
        if (kind == SignInKind.Form)
        {
            text.Append("""

                /// <summary>Who may sign in, with the password, as long as one request lasts: neither is remembered beyond it.</summary>
                internal sealed class SignIns
                {
                    public (string Name, string Password)? First { get; private set; }

                    public void Remember(string name, string password) => First ??= (name, password);
                }

                """.ReplaceLineEndings("\n"));
        }

        return new(kind, words) { User = user, Fields = fields, Text = text.ToString() };
    }

    private static string Finished(string body) => string.Join('\n', body.Split('\n').Select(line => line.TrimStart() is var code && code.StartsWith("return ", StringComparison.Ordinal) ? $"{line[..(line.Length - code.Length)]}return Task.FromResult<Credentials?>({code["return ".Length..^1]});" : line));

    // Whoever is made with a password signs in with it.
    private static FactoryDesign? UserOf(IReadOnlyList<FactoryDesign> designs)
        => designs.Where(d => FieldsOf(d) is not null).OrderByDescending(d => d.Kind is FactoryKind.Call or FactoryKind.Lifted).ThenByDescending(d => Names.Words(d.Model.Name).Any(w => w is "user" or "account")).FirstOrDefault()
            ?? designs.FirstOrDefault(d => Names.Words(d.Model.Name) is ["user"] or ["account"] or ["application", "user"] or ["app", "user"]);

    private static (string Login, string Password)? FieldsOf(FactoryDesign design)
    {
        var password = design.Fields.FirstOrDefault(f => f.Type.TrimEnd('?') == "string" && Names.Words(f.Name) is [.., "password"]);
        var login = Logins.Select(name => design.Fields.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && f.Type.TrimEnd('?') == "string")).FirstOrDefault(f => f is not null);
        return password is { Type: "string" } && login is { Type: "string" } ? (login.Name, password.Name) : null;
    }

    private string? LoginPath(IEnumerable<InvocationExpressionSyntax> calls)
    {
        var said = app.Code.Trees.SelectMany(t => t.GetRoot().DescendantNodes().OfType<AssignmentExpressionSyntax>()).Where(a => a.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "LoginPath" } or IdentifierNameSyntax { Identifier.ValueText: "LoginPath" }).Select(a => Constant(a.Right) ?? (a.Right as BaseObjectCreationExpressionSyntax)?.ArgumentList?.Arguments.Select(x => Constant(x.Expression)).FirstOrDefault()).FirstOrDefault(p => p is not null);
        if (said is not null)
            return "/" + said.TrimStart('~', '/');
        foreach (var call in calls.Where(c => Name(c) is "SignInAsync" or "PasswordSignInAsync"))
        {
            var file = app.Code.Place(call).File;
            var page = app.Analyzed.Report.Pages.Where(p => p.Kind == "page" && (p.Source.File == file || p.Source.File + ".cs" == file)).OrderByDescending(p => p.Route.Contains("log", StringComparison.OrdinalIgnoreCase) || p.Route.Contains("sign", StringComparison.OrdinalIgnoreCase)).FirstOrDefault();
            if (page is not null && !page.Route.Contains('{', StringComparison.Ordinal))
                return page.Route;
        }

        return app.Analyzed.Report.Pages.FirstOrDefault(p => p.Kind == "page" && Names.Words(p.Route) is [.., "login"] or [.., "log", "in"] or [.., "signin"] or [.., "sign", "in"])?.Route;
    }

    // Whoever writes a token out issues it; who calls that and is asked for a user is what a test asks too.
    private IMethodSymbol? Token(IEnumerable<(InvocationExpressionSyntax Call, string Name)> calls)
        => calls.Where(c => c.Name is "WriteToken" or "CreateToken" && c.Call.Ancestors().OfType<MethodDeclarationSyntax>().Any()).Select(c => app.Code.Model(c.Call).GetDeclaredSymbol(c.Call.Ancestors().OfType<MethodDeclarationSyntax>().First()))
            .OfType<IMethodSymbol>().FirstOrDefault(m => m.ReturnType is { SpecialType: SpecialType.System_String } && app.IsVisible(m) && app.IsVisible(m.ContainingType) && UnitRoles.OfType(m.ContainingType, app.Catalogue) is UnitRole.Service);

    private string? TokenCall(IMethodSymbol method, FactoryDesign user)
    {
        if (user.Model is not { Type: { } type, Key: [var key] } || app.ContextOf(user.Model) is not { } context || app.KeyType(user.Model, _types) is not { } keyType || !app.IsVisible(type))
            return null;
        _types.Usings.Add("Microsoft.Extensions.DependencyInjection");
        var on = method.IsStatic ? _types.Bare(method.ContainingType) : $"ActivatorUtilities.GetServiceOrCreateInstance<{_types.Bare(method.ContainingType)}>(auth.Services)";
        var arguments = new List<string>();
        foreach (var parameter in method.Parameters.Where(p => !p.HasExplicitDefaultValue))
        {
            if (SymbolEqualityComparer.Default.Equals(parameter.Type, type))
                arguments.Add($"await auth.Services.GetRequiredService<{_types.Bare(context)}>().FindAsync<{_types.Bare(type)}>(user.As<{keyType}>()) ?? throw new InvalidOperationException(\"The user is gone.\")");
            else if (app.Services.IsService(parameter.Type))
                arguments.Add($"auth.Services.GetRequiredService<{_types.Bare(parameter.Type)}>()");
            else if (parameter.Name.EndsWith("id", StringComparison.OrdinalIgnoreCase) && parameter.Type.SpecialType == SpecialType.System_String)
                arguments.Add("user.IdText");
            else if (parameter.Name.EndsWith("id", StringComparison.OrdinalIgnoreCase) && PlainTypes.IsPlain(parameter.Type))
                arguments.Add($"user.As<{_types.Of(parameter.Type)}>()");
            else if (parameter.Type.SpecialType == SpecialType.System_String && user.Remembered.FirstOrDefault(r => r.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase)) is { Name: { } remembered })
                arguments.Add($"user.Get<string>(\"{Names.Camel(remembered)}\")!");
            else
                return null;
        }

        _ = key;
        return $"Credentials.Bearer({on}.{method.Name}({string.Join(", ", arguments)}))";
    }

    // A value that is written there, or the setting that it is read from.
    private string Setting(ObjectCreationExpressionSyntax settings, string name)
    {
        if (settings.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(a => a.Left.ToString() == name)?.Right is not { } right)
            return "";
        var value = Constant(right) is { } text ? Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true)
            : right.DescendantNodesAndSelf().OfType<ElementAccessExpressionSyntax>().Select(Key).FirstOrDefault(k => k is not null) is { } key ? $"configuration[\"{key}\"]" : null;
        return value is null ? "" : $", {name["Valid".Length..]} = {value}";
    }

    // The whole name of a setting, from the root: what a section is asked for lies below that section.
    private string? Key(ElementAccessExpressionSyntax access)
        => Constant(access.ArgumentList.Arguments[0].Expression) is not { } own ? null : Section(access.Expression) is { } section ? $"{section}:{own}" : own;

    private string? Section(ExpressionSyntax expression)
    {
        if (expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetSection" or "GetRequiredSection" } member, ArgumentList.Arguments: [var argument, ..] } && Constant(argument.Expression) is { } name)
            return Section(member.Expression) is { } above ? $"{above}:{name}" : name;
        return expression is IdentifierNameSyntax && app.Code.Model(expression).GetSymbolInfo(expression).Symbol is ILocalSymbol local
            && local.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).OfType<VariableDeclaratorSyntax>().FirstOrDefault()?.Initializer?.Value is { } value ? Section(value) : null;
    }

    private string? Constant(ExpressionSyntax expression) => app.Code.Model(expression).GetConstantValue(expression) is { HasValue: true, Value: string text } ? text : null;

    private static string Name(InvocationExpressionSyntax call) => call.Expression switch { MemberAccessExpressionSyntax m => m.Name.Identifier.ValueText, SimpleNameSyntax s => s.Identifier.ValueText, MemberBindingExpressionSyntax b => b.Name.Identifier.ValueText, _ => "" };
}
