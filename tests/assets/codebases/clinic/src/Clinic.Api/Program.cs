using Clinic.Api.Endpoints;
using Clinic.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ClinicDbContext>(options => options.UseNpgsql(builder.Configuration.GetConnectionString("Clinic")));
builder.Services.AddControllers();

var app = builder.Build();
app.MapControllers();
app.MapPatients();
app.MapCatalogue();
using (var scope = app.Services.CreateScope())
{
    await new ClinicSeeder(scope.ServiceProvider.GetRequiredService<ClinicDbContext>()).RunAsync();
}
await app.RunAsync();
