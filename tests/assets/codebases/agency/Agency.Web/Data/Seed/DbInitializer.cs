using System;
using System.Linq;
using Agency.Web.Models;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Agency.Web.Data.Seed
{
    public static class DbInitializer
    {
        public static void Initialize(IServiceProvider services)
        {
            using var scope = services.CreateScope();
            var context = scope.ServiceProvider.GetRequiredService<AgencyContext>();
            if (context.Holidays.Any()) return;
            context.Holidays.AddRange(new Holiday { Day = new DateTime(2025, 1, 1), Name = "New Year" }, new Holiday { Day = new DateTime(2025, 12, 25), Name = "Christmas" });
            context.Clients.Add(new Client { Name = "Acme" });
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Employee>>();
            users.CreateAsync(new Employee { UserName = "admin", FullName = "Admin" }, "Change-me-1").Wait();
            context.SaveChanges();
        }
    }
}
