using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Agency.Web.Data;
using Agency.Web.Models;
using Agency.Web.Services;
using Agency.Web.ViewModels;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Agency.Web.Controllers
{
    public class ProjectsController : AgencyController
    {
        private readonly IMemoryCache _cache;
        private readonly IMailService _mail;
        private readonly IWebHostEnvironment _environment;

        public ProjectsController(AgencyContext context, IMemoryCache cache, IMailService mail, IWebHostEnvironment environment) : base(context)
        {
            _cache = cache;
            _mail = mail;
            _environment = environment;
        }

        public async Task<IActionResult> Index()
        {
            if (!_cache.TryGetValue("projects", out var projects))
            {
                projects = await _context.Projects.Where(p => !p.Archived).ToListAsync();
            }
            return View(projects);
        }

        [HttpPost]
        public async Task<IActionResult> Create(ProjectFormModel form)
        {
            var project = new Project { Title = form.Title, ClientId = form.ClientId, Budget = form.Budget, Code = NextCode() };
            project.Members.Add(new ProjectMember { EmployeeId = UserId, IsLead = true });
            foreach (var id in form.MemberIds.Distinct())
            {
                project.Members.Add(new ProjectMember { EmployeeId = id });
            }
            _context.Add(project);
            await _context.SaveChangesAsync();
            Directory.CreateDirectory(Path.Combine(_environment.ContentRootPath, "projects", project.Code));
            _cache.Remove("projects");
            await LogAsync("Project " + project.Title + " started");
            return RedirectToAction("Details", new { id = project.Id });
        }

        [HttpPost]
        public async Task<IActionResult> AddMember(int id, string employeeId)
        {
            var member = new ProjectMember { ProjectId = id, EmployeeId = employeeId };
            _context.ProjectMembers.Add(member);
            await _context.SaveChangesAsync();
            var employee = await _context.Users.FindAsync(employeeId);
            await _mail.SendAsync(employee.Email, "You joined a project", "");
            return Ok();
        }

        [HttpPost]
        public async Task<IActionResult> Archive(int id)
        {
            var project = await _context.Projects.FindAsync(id);
            project.Archived = true;
            _cache.Remove("projects");
            await LogAsync("Project archived");
            return RedirectToAction(nameof(Index));
        }

        private string NextCode() => "P" + (_context.Projects.Count() + 1).ToString("000");
    }
}
