namespace Autonoma.Planner.CodeAnalysis.Tests.Pages;

public sealed class FrontendRouteTests : TempCode
{
    [Fact]
    public async Task Next_AppAndPages_ByFiles()
    {
        Package("next");
        foreach (var file in (string[])["app/page.tsx", "app/(shop)/carts/[cartId]/page.tsx", "app/docs/[...slug]/page.tsx", "app/@modal/(.)photo/page.tsx", "src/pages/about.tsx", "src/pages/_app.tsx", "src/pages/api/ping.ts"])
            Write(file, "export default function X() {}");
        Write("app/api/carts/route.ts", "export async function GET() {}\nexport async function POST() {}");

        (await RoutesAsync()).ShouldBe(["/", "/about", "/api/carts", "/api/ping", "/carts/{cartId}", "/docs/{*slug}"]);
        (await AnalyzeAsync()).Pages.Single(p => p.Route == "/api/carts").Methods.ShouldBe(["GET", "POST"]);
    }

    [Fact]
    public async Task ReactRouter_ObjectsAndElements()
    {
        Package("react-router-dom");
        Write("src/router.tsx", """
            export const router = createBrowserRouter([
              { path: '/', element: <Shell title="Don't panic" />, children: [
                { index: true, element: <Home /> }, // { path: 'commented', element: <X /> }
                { path: 'boats', children: [{ index: true, element: <Boats /> }, { path: ':boatId/edit', element: <Edit /> }] },
                { path: '*', element: <Lost /> },
              ] },
              { path: '/login', lazy: () => import('./login') },
            ]);
            """);
        Write("src/Old.tsx", """
            <Routes>
              <Route path="/harbour" element={<Harbour onSort={(a) => a > 1} />}>
                <Route index element={<List />} />
                <Route path="berths/:id" element={<Berth />} />
              </Route>
            </Routes>
            """);

        (await RoutesAsync()).ShouldBe(["/", "/boats", "/boats/{boatId}/edit", "/harbour", "/harbour/berths/{id}", "/login"]);
    }

    [Fact]
    public async Task ReactRouter_RouteConfig()
    {
        Package("react-router");
        Write("app/routes.ts", """
            export default [index("./home.tsx"), layout("./frame.tsx", [route("crew", "./crew.tsx", [route(":memberId", "./member.tsx")])]), ...prefix("admin", [index("./admin.tsx"), route("logs", "./logs.tsx")])] satisfies RouteConfig;
            """);

        (await RoutesAsync()).ShouldBe(["/", "/admin", "/admin/logs", "/crew", "/crew/{memberId}"]);
    }

    [Fact]
    public async Task TanStack_FilesAndCode()
    {
        Package("@tanstack/react-router");
        Write("src/routes/trips.$tripId.tsx", "export const Route = createFileRoute('/trips/$tripId')({ component: Trip })");
        Write("src/routes/_auth.tsx", "export const Route = createFileRoute('/_auth')({ component: Frame })");
        Write("src/routes/_auth.profile.tsx", "export const Route = createFileRoute('/_auth/profile')({ component: Profile })");
        Write("src/manual.tsx", """
            const maps = createRoute({ getParentRoute: () => rootRoute, path: 'maps', component: Maps })
            const sheet = createRoute({ getParentRoute: () => maps, path: '$sheetId', component: Sheet })
            """);

        (await RoutesAsync()).ShouldBe(["/maps", "/maps/{sheetId}", "/profile", "/trips/{tripId}"]);
    }

    [Theory]
    [InlineData("vue-router", "src/router.js", "const routes = [{ path: '/', component: Home }, { path: '/pets', component: Pets, children: [{ path: ':id(\\\\d+)', name: 'pet', component: Pet }] }, { path: '/old', redirect: '/pets' }]; createRouter({ routes })")]
    [InlineData("@angular/router", "src/app.routes.ts", "export const routes: Routes = [{ path: '', component: Home }, { path: 'pets', component: Pets, children: [{ path: ':id', loadComponent: () => import('./pet') }] }, { path: '**', redirectTo: '' }];")]
    public async Task Declared_ByVueAndAngular(string package, string file, string text)
    {
        Package(package);
        Write(file, text);

        (await RoutesAsync()).ShouldBe(["/", "/pets", "/pets/{id}"]);
    }

    [Fact]
    public async Task SvelteKit_ByFiles()
    {
        Package("@sveltejs/kit");
        foreach (var file in (string[])["src/routes/+page.svelte", "src/routes/(app)/notes/[id=uuid]/+page.svelte", "src/routes/notes/+layout.svelte"])
            Write(file, "<h1>x</h1>");
        Write("src/routes/api/notes/+server.ts", "export const POST = async () => {}");

        (await RoutesAsync()).ShouldBe(["/", "/api/notes", "/notes/{id}"]);
    }

    private void Package(string name) => Write("package.json", $$"""{ "dependencies": { "{{name}}": "1.0.0" } }""");

    private async Task<IEnumerable<string>> RoutesAsync() => (await AnalyzeAsync()).Pages.Select(p => p.Route);
}
