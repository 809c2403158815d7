using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Shop.Accounts;
using Shop.Api;
using Shop.Bugs;
using Shop.Catalogue;
using Shop.Sessions;
using Shop.Tenants;

if (args.Contains("--list-bugs"))
{
    foreach (var line in BugSwitch.List()) Console.WriteLine(line);
    return 0;
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Production" });
BugSwitch bugs;
try
{
    bugs = BugSwitch.Parse(builder.Configuration["bug"]);
}
catch (ArgumentException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls("http://127.0.0.1:5080");
builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
builder.Services.AddSingleton(bugs);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(new ShopClock(builder.Configuration["today"] is { } day
    ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
    : ShopClock.Default));
builder.Services.AddSingleton<SessionStore>();
builder.Services.AddScoped<ActivityLog>();
var database = builder.Configuration["database"] ?? builder.Configuration.GetConnectionString("Shop");
if (!string.IsNullOrEmpty(database))
{
    builder.Services.AddDbContextFactory<ShopDb>(options => options.UseNpgsql(database));
    builder.Services.AddSingleton<StoredShops>();
    builder.Services.AddScoped<ShopKeeping>();
    builder.Services.AddEnvironmentFactory(TestEnvironments.Define);
}

builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
builder.Services.AddHttpContextAccessor();
builder.Services.AddScoped<Shop.Languages.Speech>();
builder.Services.AddScoped(p => p.GetRequiredService<IHttpContextAccessor>().HttpContext!.Features.Get<Session>()!.State);
// Keys in memory: nothing is written to disk, and a restart signs everybody out.
builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(Staff.Configure);
builder.Services.AddAuthorizationBuilder().AddPolicy(Staff.ManagerPolicy, p => p.RequireRole(Staff.ManagerRole));
builder.Services.AddRazorPages(o =>
{
    o.Conventions.AuthorizeFolder("/Admin");
    o.Conventions.AuthorizePage("/Admin/Settings", Staff.ManagerPolicy);
});

var app = builder.Build();
app.UseStaticFiles();
app.UseMiddleware<SlowBackend>();
app.UseMiddleware<SessionMiddleware>();
app.UseStatusCodePagesWithReExecute("/not-found");
app.UseAuthentication();
app.UseAuthorization();
app.MapRazorPages();
app.MapCatalogueApi();
app.MapBackOfficeApi();
app.MapArtwork();
if (!string.IsNullOrEmpty(database))
{
    await using (var scope = app.Services.CreateAsyncScope())
        await scope.ServiceProvider.GetRequiredService<ShopDb>().Database.EnsureCreatedAsync();
    app.MapEnvironmentFactory(TestEnvironments.Path);
}
else
{
    // Each browser has its own shop in memory, and no test needs another: said to those who ask all the same.
    app.MapPost(TestEnvironments.Path, () => Results.Json(
        new { error = "This shop keeps everything in memory and makes no test data. Start it with a database: --database \"Host=localhost;Username=postgres;Database=shop\", and set AUTONOMA_SHARED_SECRET and AUTONOMA_SIGNING_SECRET for it", code = "NO_DATABASE" },
        statusCode: StatusCodes.Status501NotImplemented));
}

if (bugs.Warning is { } warning) Console.WriteLine(warning);
await app.RunAsync();
return 0;
