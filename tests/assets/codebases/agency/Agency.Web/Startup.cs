using Agency.Web.Data;
using Agency.Web.Data.Seed;
using Agency.Web.Jobs;
using Agency.Web.Models;
using Agency.Web.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Agency.Web
{
    public class Startup
    {
        private readonly IConfiguration _configuration;

        public Startup(IConfiguration configuration)
        {
            _configuration = configuration;
        }

        public void ConfigureServices(IServiceCollection services)
        {
            services.AddDbContext<AgencyContext>(o => o.UseSqlServer(_configuration.GetConnectionString("Agency")));
            services.AddIdentity<Employee, IdentityRole>().AddEntityFrameworkStores<AgencyContext>();
            services.AddControllersWithViews();
            services.AddScoped<ITimeTracker, TimeTracker>();
            services.AddScoped<ProposalService>();
            services.AddScoped(typeof(EfRepository<>));
            services.AddHostedService<OverdueReminderJob>();
        }

        public void Configure(IApplicationBuilder app)
        {
            app.UseStaticFiles();
            app.UseRouting();
            app.UseAuthentication();
            app.UseAuthorization();
            app.UseEndpoints(endpoints =>
            {
                endpoints.MapControllerRoute("areas", "{area:exists}/{controller=Dashboard}/{action=Index}/{id?}");
                endpoints.MapControllerRoute("default", "{controller=Home}/{action=Index}/{id?}");
            });
            DbInitializer.Initialize(app.ApplicationServices);
        }
    }
}
