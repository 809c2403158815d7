using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Agency.Web.Data;
using Agency.Web.Models;
using Agency.Web.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Agency.Web.Jobs
{
    public class OverdueReminderJob : BackgroundService
    {
        private readonly IServiceScopeFactory _scopes;
        private readonly IMailService _mail;

        public OverdueReminderJob(IServiceScopeFactory scopes, IMailService mail)
        {
            _scopes = scopes;
            _mail = mail;
        }

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                using (var scope = _scopes.CreateScope())
                {
                    var context = scope.ServiceProvider.GetRequiredService<AgencyContext>();
                    var late = await context.Tasks.Include(t => t.Assignee).Where(t => t.State != TaskState.Done && t.Project.Deadline < DateTime.UtcNow).ToListAsync(stoppingToken);
                    foreach (var task in late)
                    {
                        await _mail.SendAsync(task.Assignee.Email, "Overdue", task.Title);
                        context.Reminders.Add(new Reminder { TaskItemId = task.Id, SentAt = DateTime.UtcNow });
                    }
                    await context.SaveChangesAsync(stoppingToken);
                }
                await Task.Delay(TimeSpan.FromHours(24), stoppingToken);
            }
        }
    }
}
