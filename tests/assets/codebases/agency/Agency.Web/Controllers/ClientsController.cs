using System.Linq;
using System.Threading.Tasks;
using Agency.Web.Data;
using Agency.Web.Models;
using Agency.Web.Services;
using Agency.Web.ViewModels;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Agency.Web.Controllers
{
    public class ClientsController : AgencyController
    {
        public ClientsController(AgencyContext context) : base(context)
        {
        }

        public async Task<IActionResult> Index(string query)
        {
            var clients = await _context.Clients.Where(c => query == null || c.Name.Contains(query)).ToListAsync();
            return View(new ClientListModel { Clients = clients, Query = query });
        }

        public IActionResult Create() => View(new ClientFormModel());

        [HttpPost]
        public async Task<IActionResult> Create(ClientFormModel form)
        {
            if (!ModelState.IsValid) return View(form);
            var client = form.ToClient();
            client.Slug = Slug.From(form.Name);
            if (!string.IsNullOrEmpty(form.ContactName))
            {
                client.Contacts.Add(new ClientContact { Name = form.ContactName, Email = form.ContactEmail, IsPrimary = true });
            }
            _context.Clients.Add(client);
            await _context.SaveChangesAsync();
            await LogAsync($"Client {client.Name} added");
            return RedirectToAction(nameof(Index));
        }

        [HttpPost("clients/{id}/contacts")]
        public async Task<IActionResult> AddContact(int id, ContactFormModel form)
        {
            var client = await _context.Clients.FindAsync(id);
            if (client == null) return NotFound();
            var contact = new ClientContact { ClientId = id, Name = form.Name, Email = form.Email };
            _context.ClientContacts.Add(contact);
            await _context.SaveChangesAsync();
            return RedirectToAction("Details", new { id });
        }

        [HttpPost]
        public async Task<IActionResult> Edit(int id, ClientFormModel form)
        {
            var client = await _context.Clients.FindAsync(id);
            client.Name = form.Name;
            client.Industry = form.Industry;
            await LogAsync($"Client {client.Name} changed");
            return RedirectToAction(nameof(Index));
        }
    }
}
