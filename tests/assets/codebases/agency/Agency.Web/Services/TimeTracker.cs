using System;
using System.Linq;
using System.Threading.Tasks;
using Agency.Web.Data;
using Agency.Web.Models;
using Microsoft.EntityFrameworkCore;

namespace Agency.Web.Services
{
    public interface ITimeTracker
    {
        Task<TimeEntry> StartAsync(int taskId, string employeeId);
        Task StopAsync(string employeeId);
    }

    public class TimeTracker : ITimeTracker
    {
        private readonly AgencyContext _context;

        public TimeTracker(AgencyContext context) => _context = context;

        public async Task<TimeEntry> StartAsync(int taskId, string employeeId)
        {
            await StopAsync(employeeId);
            var entry = new TimeEntry { TaskItemId = taskId, EmployeeId = employeeId, StartedAt = DateTime.UtcNow };
            await _context.AddAsync(entry);
            await _context.SaveChangesAsync();
            return entry;
        }

        public async Task StopAsync(string employeeId)
        {
            foreach (var running in await _context.TimeEntries.Where(t => t.EmployeeId == employeeId && t.EndedAt == null).ToListAsync())
            {
                running.EndedAt = DateTime.UtcNow;
            }
            await _context.SaveChangesAsync();
        }
    }
}
