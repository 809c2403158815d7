using System;
using System.IO;
using System.Threading.Tasks;
using Agency.Web.Data;
using Agency.Web.Models;
using Agency.Web.Services;
using Agency.Web.ViewModels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Agency.Web.Controllers
{
    [Route("tasks")]
    public class TasksController : AgencyController
    {
        private readonly IMailService _mail;

        public TasksController(AgencyContext context, IMailService mail) : base(context)
        {
            _mail = mail;
        }

        [HttpGet("{id:int}")]
        public async Task<IActionResult> Details(int id) => View(await _context.Tasks.Include(t => t.Comments).FirstOrDefaultAsync(t => t.Id == id));

        [HttpPost("")]
        public async Task<IActionResult> Create(TaskFormModel form)
        {
            var task = SimpleMapper.Map<TaskItem>(form);
            task.CreatedAt = DateTime.UtcNow;
            _context.Tasks.Add(task);
            await _context.SaveChangesAsync();
            await LogAsync("Task " + task.Title + " created");
            return RedirectToAction(nameof(Details), new { id = task.Id });
        }

        [HttpPost("{id:int}/copies")]
        public async Task<IActionResult> Duplicate(int id)
        {
            var task = await _context.Tasks.AsNoTracking().FirstAsync(t => t.Id == id);
            _context.Tasks.Add(new TaskItem { ProjectId = task.ProjectId, Title = task.Title + " (copy)", Notes = task.Notes, CreatedAt = DateTime.UtcNow });
            await _context.SaveChangesAsync();
            return RedirectToAction(nameof(Details), new { id });
        }

        [HttpPost("{id:int}/comments")]
        public async Task<IActionResult> Comment(int id, string text)
        {
            var task = await _context.Tasks.Include(t => t.Assignee).FirstAsync(t => t.Id == id);
            task.Comments.Add(new TaskComment { AuthorId = UserId, Text = text, WrittenAt = DateTime.UtcNow });
            await _context.SaveChangesAsync();
            if (text.Contains("@") && task.Assignee != null)
            {
                await _mail.SendAsync(task.Assignee.Email, "Mention", MailTemplates.Mention(task.Title));
            }
            return RedirectToAction(nameof(Details), new { id });
        }

        [HttpPost("{id:int}/attachments")]
        public async Task<IActionResult> Upload(int id, IFormFile file)
        {
            var path = Path.Combine("uploads", Guid.NewGuid() + Path.GetExtension(file.FileName));
            using (var stream = new FileStream(path, FileMode.Create))
            {
                await file.CopyToAsync(stream);
            }
            _context.Attachments.Add(new Attachment { TaskItemId = id, FileName = file.FileName, Path = path, Length = file.Length });
            await _context.SaveChangesAsync();
            return RedirectToAction(nameof(Details), new { id });
        }

        [HttpPost("{id:int}/state")]
        public async Task<IActionResult> Move(int id, TaskState state)
        {
            var task = await _context.Tasks.FindAsync(id);
            task.State = state;
            await LogAsync("Task moved");
            return Ok();
        }
    }
}
