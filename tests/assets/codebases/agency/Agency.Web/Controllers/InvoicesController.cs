using System;
using System.Data;
using System.Linq;
using System.Threading.Tasks;
using Agency.Web.Data;
using Agency.Web.Models;
using Agency.Web.Services;
using Agency.Web.ViewModels;
using Dapper;
using Hangfire;
using Microsoft.AspNetCore.Mvc;

namespace Agency.Web.Controllers
{
    public class InvoicesController : AgencyController
    {
        private readonly IDbConnection _connection;
        private readonly IBackgroundJobClient _jobs;

        public InvoicesController(AgencyContext context, IDbConnection connection, IBackgroundJobClient jobs) : base(context)
        {
            _connection = connection;
            _jobs = jobs;
        }

        public async Task<IActionResult> Index()
        {
            // Newest first; insert into the list happens in the view.
            var invoices = await _connection.QueryAsync<Invoice>("SELECT * FROM invoices ORDER BY issued_on DESC");
            return View(invoices);
        }

        [HttpPost]
        public async Task<IActionResult> Create(InvoiceFormModel form)
        {
            var number = $"{DateTime.Today.Year}-{await _connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM invoices") + 1}";
            using var transaction = _connection.BeginTransaction();
            var id = await _connection.QuerySingleAsync<int>(
                "INSERT INTO invoices (client_id, number, issued_on, total) OUTPUT INSERTED.id VALUES (@ClientId, @number, @today, @total)",
                new { form.ClientId, number, today = DateTime.Today, total = form.Positions.Sum(p => p.Amount) }, transaction);
            foreach (var position in form.Positions)
            {
                await _connection.ExecuteAsync($@"INSERT INTO invoice_positions (invoice_id, text, amount)
                    VALUES ({id}, @Text, @Amount)", position, transaction);
            }
            transaction.Commit();
            _jobs.Enqueue<IMailService>(m => m.SendAsync("billing@brightside.example", "Invoice " + number, ""));
            return RedirectToAction(nameof(Index));
        }
    }
}
