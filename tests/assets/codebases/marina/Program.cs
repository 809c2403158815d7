using Marina;
using Marina.Berths;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<MarinaDb>(options => options.UseNpgsql(builder.Configuration["database"]));
builder.Services.AddControllers();
var app = builder.Build();
using (var scope = app.Services.CreateScope())
    scope.ServiceProvider.GetRequiredService<MarinaDb>().Database.EnsureCreated();
app.MapGet("/", () => "Marina");
app.MapBerths();
app.MapControllers();
app.Run();
