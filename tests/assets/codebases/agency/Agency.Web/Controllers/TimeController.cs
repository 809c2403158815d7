using System.Threading.Tasks;
using Agency.Web.Data;
using Agency.Web.Models;
using Agency.Web.Services;
using Agency.Web.ViewModels;
using Microsoft.AspNetCore.Mvc;

namespace Agency.Web.Controllers
{
    public class TimeController : AgencyController
    {
        private readonly ITimeTracker _tracker;

        public TimeController(AgencyContext context, ITimeTracker tracker) : base(context)
        {
            _tracker = tracker;
        }

        [HttpPost]
        public async Task<IActionResult> Start(int taskId) => Json(await _tracker.StartAsync(taskId, UserId));

        [HttpPost]
        public async Task<IActionResult> Add(ManualTimeModel model)
        {
            var entry = new TimeEntry { TaskItemId = model.TaskId, EmployeeId = UserId, StartedAt = model.From, EndedAt = model.To };
            _context.TimeEntries.Add(entry);
            await _context.SaveChangesAsync();
            return RedirectToAction("Index");
        }
    }
}
