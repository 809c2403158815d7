using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Runtime.Versioning;
using Autonoma.EnvironmentFactory;
using Autonoma.EnvironmentFactory.Protocol;

var rows = new ConcurrentDictionary<string, string>();
string Add(string name)
{
    var id = Guid.NewGuid().ToString();
    rows[id] = name;
    return id;
}

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddEnvironmentFactory(factory =>
{
    factory.ScopeField = "teamId";
    factory.Configure(options => options.AllowProduction = true);
    factory.DefineFactory<TeamInput>("Team", (TeamInput input) => Add(input.Name), (string id) => rows.TryRemove(id, out _)).HasMany("members", "Member", "teamId");
    factory.DefineFactory<MemberInput>("Member", (MemberInput input) => Add(input.Email), (string id) => rows.TryRemove(id, out _));
    factory.UseAuth((AuthContext _) => Credentials.Bearer("token"));
});
var app = builder.Build();
app.MapEnvironmentFactory();
app.MapGet("/rows", () => rows.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
app.MapGet("/built-for", () => string.Join(", ", new[] { typeof(EnvironmentFactoryBuilder).Assembly, typeof(Program).Assembly }.Select(assembly => ((TargetFrameworkAttribute)Attribute.GetCustomAttribute(assembly, typeof(TargetFrameworkAttribute))!).FrameworkName)));
await app.RunAsync();

internal sealed record TeamInput(string Name);

internal sealed record MemberInput([property: EmailAddress] string Email, string TeamId);
