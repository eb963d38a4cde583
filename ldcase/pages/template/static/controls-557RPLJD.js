import{a as dt,c as B,d as Lt,e as De,h as Xi,i as Me,j as Qi,k as Ie,l as ie,m as zt,n as Te,o as oa,q as ke,r as la,s as Mt,t as It,u as P,v as Bt,w as Se}from"./chunk-RBVOFRMB.js";import{b as na,c as to,d as de}from"./chunk-YVSA2ZOB.js";var ri=na((si,Ca)=>{(function(t,e){typeof si=="object"&&typeof Ca<"u"?e(si):typeof define=="function"&&define.amd?define(["exports"],e):(t=typeof globalThis<"u"?globalThis:t||self,e(t.noUiSlider={}))})(si,(function(t){"use strict";t.PipsMode=void 0,(function(n){n.Range="range",n.Steps="steps",n.Positions="positions",n.Count="count",n.Values="values"})(t.PipsMode||(t.PipsMode={})),t.PipsType=void 0,(function(n){n[n.None=-1]="None",n[n.NoValue=0]="NoValue",n[n.LargeValue=1]="LargeValue",n[n.SmallValue=2]="SmallValue"})(t.PipsType||(t.PipsType={}));function e(n){return i(n)&&typeof n.from=="function"}function i(n){return typeof n=="object"&&typeof n.to=="function"}function s(n){n.parentElement.removeChild(n)}function a(n){return n!=null}function u(n){n.preventDefault()}function p(n){return n.filter(function(r){return this[r]?!1:this[r]=!0},{})}function b(n,r){return Math.round(n/r)*r}function E(n,r){var h=n.getBoundingClientRect(),w=n.ownerDocument,m=w.documentElement,C=Le(w);return/webkit.*Chrome.*Mobile/i.test(navigator.userAgent)&&(C.x=0),r?h.top+C.y-m.clientTop:h.left+C.x-m.clientLeft}function H(n){return typeof n=="number"&&!isNaN(n)&&isFinite(n)}function Ue(n,r,h){h>0&&(R(n,r),setTimeout(function(){J(n,r)},h))}function _(n){return Math.max(Math.min(n,100),0)}function L(n){return Array.isArray(n)?n:[n]}function se(n){n=String(n);var r=n.split(".");return r.length>1?r[1].length:0}function R(n,r){n.classList&&!/\s/.test(r)?n.classList.add(r):n.className+=" "+r}function J(n,r){n.classList&&!/\s/.test(r)?n.classList.remove(r):n.className=n.className.replace(new RegExp("(^|\\b)"+r.split(" ").join("|")+"(\\b|$)","gi")," ")}function $(n,r){return n.classList?n.classList.contains(r):new RegExp("\\b"+r+"\\b").test(n.className)}function Le(n){var r=window.pageXOffset!==void 0,h=(n.compatMode||"")==="CSS1Compat",w=r?window.pageXOffset:h?n.documentElement.scrollLeft:n.body.scrollLeft,m=r?window.pageYOffset:h?n.documentElement.scrollTop:n.body.scrollTop;return{x:w,y:m}}function nt(){return window.navigator.pointerEnabled?{start:"pointerdown",move:"pointermove",end:"pointerup"}:window.navigator.msPointerEnabled?{start:"MSPointerDown",move:"MSPointerMove",end:"MSPointerUp"}:{start:"mousedown touchstart",move:"mousemove touchmove",end:"mouseup touchend"}}function ot(){var n=!1;try{var r=Object.defineProperty({},"passive",{get:function(){n=!0}});window.addEventListener("test",null,r)}catch{}return n}function fe(){return window.CSS&&CSS.supports&&CSS.supports("touch-action","none")}function Ke(n,r){return 100/(r-n)}function X(n,r,h){return r*100/(n[h+1]-n[h])}function Li(n,r){return X(n,n[0]<0?r+Math.abs(n[0]):r-n[0],0)}function zi(n,r){return r*(n[1]-n[0])/100+n[0]}function Ce(n,r){for(var h=1;n>=r[h];)h+=1;return h}function Mi(n,r,h){if(h>=n.slice(-1)[0])return 100;var w=Ce(h,n),m=n[w-1],C=n[w],y=r[w-1],I=r[w];return y+Li([m,C],h)/Ke(y,I)}function St(n,r,h){if(h>=100)return n.slice(-1)[0];var w=Ce(h,r),m=n[w-1],C=n[w],y=r[w-1],I=r[w];return zi([m,C],(h-y)*Ke(y,I))}function D(n,r,h,w){if(w===100)return w;var m=Ce(w,n),C=n[m-1],y=n[m];return h?w-C>(y-C)/2?y:C:r[m-1]?n[m-1]+b(w-n[m-1],r[m-1]):w}var ce=(function(){function n(r,h,w){this.xPct=[],this.xVal=[],this.xSteps=[],this.xNumSteps=[],this.xHighestCompleteStep=[],this.xSteps=[w||!1],this.xNumSteps=[!1],this.snap=h;var m,C=[];for(Object.keys(r).forEach(function(y){C.push([L(r[y]),y])}),C.sort(function(y,I){return y[0][0]-I[0][0]}),m=0;m<C.length;m++)this.handleEntryPoint(C[m][1],C[m][0]);for(this.xNumSteps=this.xSteps.slice(0),m=0;m<this.xNumSteps.length;m++)this.handleStepPoint(m,this.xNumSteps[m])}return n.prototype.getDistance=function(r){var h,w=[];for(h=0;h<this.xNumSteps.length-1;h++){var m=this.xNumSteps[h];if(m&&r/m%1!==0)throw new Error("noUiSlider: 'limit', 'margin' and 'padding' of "+this.xPct[h]+"% range must be divisible by step.");w[h]=X(this.xVal,r,h)}return w},n.prototype.getAbsoluteDistance=function(r,h,w){var m=0;if(r<this.xPct[this.xPct.length-1])for(;r>this.xPct[m+1];)m++;else r===this.xPct[this.xPct.length-1]&&(m=this.xPct.length-2);!w&&r===this.xPct[m+1]&&m++,h===null&&(h=[]);var C,y=1,I=h[m],j=0,ae=0,le=0,q=0;for(w?C=(r-this.xPct[m])/(this.xPct[m+1]-this.xPct[m]):C=(this.xPct[m+1]-r)/(this.xPct[m+1]-this.xPct[m]);I>0;)j=this.xPct[m+1+q]-this.xPct[m+q],h[m+q]*y+100-C*100>100?(ae=j*C,y=(I-100*C)/h[m+q],C=1):(ae=h[m+q]*j/100*y,y=0),w?(le=le-ae,this.xPct.length+q>=1&&q--):(le=le+ae,this.xPct.length-q>=1&&q++),I=h[m+q]*y;return r+le},n.prototype.toStepping=function(r){return r=Mi(this.xVal,this.xPct,r),r},n.prototype.fromStepping=function(r){return St(this.xVal,this.xPct,r)},n.prototype.getStep=function(r){return r=D(this.xPct,this.xSteps,this.snap,r),r},n.prototype.getDefaultStep=function(r,h,w){var m=Ce(r,this.xPct);return(r===100||h&&r===this.xPct[m-1])&&(m=Math.max(m-1,1)),(this.xVal[m]-this.xVal[m-1])/w},n.prototype.getNearbySteps=function(r){var h=Ce(r,this.xPct);return{stepBefore:{startValue:this.xVal[h-2],step:this.xNumSteps[h-2],highestStep:this.xHighestCompleteStep[h-2]},thisStep:{startValue:this.xVal[h-1],step:this.xNumSteps[h-1],highestStep:this.xHighestCompleteStep[h-1]},stepAfter:{startValue:this.xVal[h],step:this.xNumSteps[h],highestStep:this.xHighestCompleteStep[h]}}},n.prototype.countStepDecimals=function(){var r=this.xNumSteps.map(se);return Math.max.apply(null,r)},n.prototype.hasNoSize=function(){return this.xVal[0]===this.xVal[this.xVal.length-1]},n.prototype.convert=function(r){return this.getStep(this.toStepping(r))},n.prototype.handleEntryPoint=function(r,h){var w;if(r==="min"?w=0:r==="max"?w=100:w=parseFloat(r),!H(w)||!H(h[0]))throw new Error("noUiSlider: 'range' value isn't numeric.");this.xPct.push(w),this.xVal.push(h[0]);var m=Number(h[1]);w?this.xSteps.push(isNaN(m)?!1:m):isNaN(m)||(this.xSteps[0]=m),this.xHighestCompleteStep.push(0)},n.prototype.handleStepPoint=function(r,h){if(h){if(this.xVal[r]===this.xVal[r+1]){this.xSteps[r]=this.xHighestCompleteStep[r]=this.xVal[r];return}this.xSteps[r]=X([this.xVal[r],this.xVal[r+1]],h,0)/Ke(this.xPct[r],this.xPct[r+1]);var w=(this.xVal[r+1]-this.xVal[r])/this.xNumSteps[r],m=Math.ceil(Number(w.toFixed(3))-1),C=this.xVal[r]+this.xNumSteps[r]*m;this.xHighestCompleteStep[r]=C}},n})(),te={to:function(n){return n===void 0?"":n.toFixed(2)},from:Number},he={target:"target",base:"base",origin:"origin",handle:"handle",handleLower:"handle-lower",handleUpper:"handle-upper",touchArea:"touch-area",horizontal:"horizontal",vertical:"vertical",background:"background",connect:"connect",connects:"connects",ltr:"ltr",rtl:"rtl",textDirectionLtr:"txt-dir-ltr",textDirectionRtl:"txt-dir-rtl",draggable:"draggable",drag:"state-drag",tap:"state-tap",active:"active",tooltip:"tooltip",pips:"pips",pipsHorizontal:"pips-horizontal",pipsVertical:"pips-vertical",marker:"marker",markerHorizontal:"marker-horizontal",markerVertical:"marker-vertical",markerNormal:"marker-normal",markerLarge:"marker-large",markerSub:"marker-sub",value:"value",valueHorizontal:"value-horizontal",valueVertical:"value-vertical",valueNormal:"value-normal",valueLarge:"value-large",valueSub:"value-sub"},ne={tooltips:".__tooltips",aria:".__aria"};function Ge(n,r){if(!H(r))throw new Error("noUiSlider: 'step' is not numeric.");n.singleStep=r}function Ye(n,r){if(!H(r))throw new Error("noUiSlider: 'keyboardPageMultiplier' is not numeric.");n.keyboardPageMultiplier=r}function Je(n,r){if(!H(r))throw new Error("noUiSlider: 'keyboardMultiplier' is not numeric.");n.keyboardMultiplier=r}function oe(n,r){if(!H(r))throw new Error("noUiSlider: 'keyboardDefaultStep' is not numeric.");n.keyboardDefaultStep=r}function dn(n,r){if(typeof r!="object"||Array.isArray(r))throw new Error("noUiSlider: 'range' is not an object.");if(r.min===void 0||r.max===void 0)throw new Error("noUiSlider: Missing 'min' or 'max' in 'range'.");n.spectrum=new ce(r,n.snap||!1,n.singleStep)}function un(n,r){if(r=L(r),!Array.isArray(r)||!r.length)throw new Error("noUiSlider: 'start' option is incorrect.");n.handles=r.length,n.start=r}function cn(n,r){if(typeof r!="boolean")throw new Error("noUiSlider: 'snap' option must be a boolean.");n.snap=r}function hn(n,r){if(typeof r!="boolean")throw new Error("noUiSlider: 'animate' option must be a boolean.");n.animate=r}function pn(n,r){if(typeof r!="number")throw new Error("noUiSlider: 'animationDuration' option must be a number.");n.animationDuration=r}function gn(n,r){var h=[!1],w;if(r==="lower"?r=[!0,!1]:r==="upper"&&(r=[!1,!0]),r===!0||r===!1){for(w=1;w<n.handles;w++)h.push(r);h.push(!1)}else{if(!Array.isArray(r)||!r.length||r.length!==n.handles+1)throw new Error("noUiSlider: 'connect' option doesn't match handle count.");h=r}n.connect=h}function fn(n,r){switch(r){case"horizontal":n.ort=0;break;case"vertical":n.ort=1;break;default:throw new Error("noUiSlider: 'orientation' option is invalid.")}}function Nr(n,r){if(!H(r))throw new Error("noUiSlider: 'margin' option must be numeric.");r!==0&&(n.margin=n.spectrum.getDistance(r))}function mn(n,r){if(!H(r))throw new Error("noUiSlider: 'limit' option must be numeric.");if(n.limit=n.spectrum.getDistance(r),!n.limit||n.handles<2)throw new Error("noUiSlider: 'limit' option is only supported on linear sliders with 2 or more handles.")}function bn(n,r){var h;if(!H(r)&&!Array.isArray(r))throw new Error("noUiSlider: 'padding' option must be numeric or array of exactly 2 numbers.");if(Array.isArray(r)&&!(r.length===2||H(r[0])||H(r[1])))throw new Error("noUiSlider: 'padding' option must be numeric or array of exactly 2 numbers.");if(r!==0){for(Array.isArray(r)||(r=[r,r]),n.padding=[n.spectrum.getDistance(r[0]),n.spectrum.getDistance(r[1])],h=0;h<n.spectrum.xNumSteps.length-1;h++)if(n.padding[0][h]<0||n.padding[1][h]<0)throw new Error("noUiSlider: 'padding' option must be a positive number(s).");var w=r[0]+r[1],m=n.spectrum.xVal[0],C=n.spectrum.xVal[n.spectrum.xVal.length-1];if(w/(C-m)>1)throw new Error("noUiSlider: 'padding' option must not exceed 100% of the range.")}}function wn(n,r){switch(r){case"ltr":n.dir=0;break;case"rtl":n.dir=1;break;default:throw new Error("noUiSlider: 'direction' option was not recognized.")}}function vn(n,r){if(typeof r!="string")throw new Error("noUiSlider: 'behaviour' must be a string containing options.");var h=r.indexOf("tap")>=0,w=r.indexOf("drag")>=0,m=r.indexOf("fixed")>=0,C=r.indexOf("snap")>=0,y=r.indexOf("hover")>=0,I=r.indexOf("unconstrained")>=0,j=r.indexOf("drag-all")>=0;if(m){if(n.handles!==2)throw new Error("noUiSlider: 'fixed' behaviour must be used with 2 handles");Nr(n,n.start[1]-n.start[0])}if(I&&(n.margin||n.limit))throw new Error("noUiSlider: 'unconstrained' behaviour cannot be used with margin or limit");n.events={tap:h||C,drag:w,dragAll:j,fixed:m,snap:C,hover:y,unconstrained:I}}function xn(n,r){if(r!==!1)if(r===!0||i(r)){n.tooltips=[];for(var h=0;h<n.handles;h++)n.tooltips.push(r)}else{if(r=L(r),r.length!==n.handles)throw new Error("noUiSlider: must pass a formatter for all handles.");r.forEach(function(w){if(typeof w!="boolean"&&!i(w))throw new Error("noUiSlider: 'tooltips' must be passed a formatter or 'false'.")}),n.tooltips=r}}function _n(n,r){if(r.length!==n.handles)throw new Error("noUiSlider: must pass a attributes for all handles.");n.handleAttributes=r}function yn(n,r){if(!i(r))throw new Error("noUiSlider: 'ariaFormat' requires 'to' method.");n.ariaFormat=r}function jn(n,r){if(!e(r))throw new Error("noUiSlider: 'format' requires 'to' and 'from' methods.");n.format=r}function En(n,r){if(typeof r!="boolean")throw new Error("noUiSlider: 'keyboardSupport' option must be a boolean.");n.keyboardSupport=r}function Cn(n,r){n.documentElement=r}function Dn(n,r){if(typeof r!="string"&&r!==!1)throw new Error("noUiSlider: 'cssPrefix' must be a string or `false`.");n.cssPrefix=r}function Tn(n,r){if(typeof r!="object")throw new Error("noUiSlider: 'cssClasses' must be an object.");typeof n.cssPrefix=="string"?(n.cssClasses={},Object.keys(r).forEach(function(h){n.cssClasses[h]=n.cssPrefix+r[h]})):n.cssClasses=r}function Fr(n){var r={margin:null,limit:null,padding:null,animate:!0,animationDuration:300,ariaFormat:te,format:te},h={step:{r:!1,t:Ge},keyboardPageMultiplier:{r:!1,t:Ye},keyboardMultiplier:{r:!1,t:Je},keyboardDefaultStep:{r:!1,t:oe},start:{r:!0,t:un},connect:{r:!0,t:gn},direction:{r:!0,t:wn},snap:{r:!1,t:cn},animate:{r:!1,t:hn},animationDuration:{r:!1,t:pn},range:{r:!0,t:dn},orientation:{r:!1,t:fn},margin:{r:!1,t:Nr},limit:{r:!1,t:mn},padding:{r:!1,t:bn},behaviour:{r:!0,t:vn},ariaFormat:{r:!1,t:yn},format:{r:!1,t:jn},tooltips:{r:!1,t:xn},keyboardSupport:{r:!0,t:En},documentElement:{r:!1,t:Cn},cssPrefix:{r:!0,t:Dn},cssClasses:{r:!0,t:Tn},handleAttributes:{r:!1,t:_n}},w={connect:!1,direction:"ltr",behaviour:"tap",orientation:"horizontal",keyboardSupport:!0,cssPrefix:"noUi-",cssClasses:he,keyboardPageMultiplier:5,keyboardMultiplier:1,keyboardDefaultStep:10};n.format&&!n.ariaFormat&&(n.ariaFormat=n.format),Object.keys(h).forEach(function(j){if(!a(n[j])&&w[j]===void 0){if(h[j].r)throw new Error("noUiSlider: '"+j+"' is required.");return}h[j].t(r,a(n[j])?n[j]:w[j])}),r.pips=n.pips;var m=document.createElement("div"),C=m.style.msTransform!==void 0,y=m.style.transform!==void 0;r.transformRule=y?"transform":C?"msTransform":"webkitTransform";var I=[["left","top"],["right","bottom"]];return r.style=I[r.dir][r.ort],r}function kn(n,r,h){var w=nt(),m=fe(),C=m&&ot(),y=n,I,j,ae,le,q,T=r.spectrum,me=[],W=[],re=[],Ii=0,be={},Ze=n.ownerDocument,At=r.documentElement||Ze.documentElement,Pt=Ze.body,An=Ze.dir==="rtl"||r.ort===1?0:100;function we(o,l){var d=Ze.createElement("div");return l&&R(d,l),o.appendChild(d),d}function Pn(o,l){var d=we(o,r.cssClasses.origin),c=we(d,r.cssClasses.handle);if(we(c,r.cssClasses.touchArea),c.setAttribute("data-handle",String(l)),r.keyboardSupport&&(c.setAttribute("tabindex","0"),c.addEventListener("keydown",function(f){return $n(f,l)})),r.handleAttributes!==void 0){var g=r.handleAttributes[l];Object.keys(g).forEach(function(f){c.setAttribute(f,g[f])})}return c.setAttribute("role","slider"),c.setAttribute("aria-orientation",r.ort?"vertical":"horizontal"),l===0?R(c,r.cssClasses.handleLower):l===r.handles-1&&R(c,r.cssClasses.handleUpper),d}function $r(o,l){return l?we(o,r.cssClasses.connect):!1}function Rn(o,l){var d=we(l,r.cssClasses.connects);j=[],ae=[],ae.push($r(d,o[0]));for(var c=0;c<r.handles;c++)j.push(Pn(l,c)),re[c]=c,ae.push($r(d,o[c+1]))}function On(o){R(o,r.cssClasses.target),r.dir===0?R(o,r.cssClasses.ltr):R(o,r.cssClasses.rtl),r.ort===0?R(o,r.cssClasses.horizontal):R(o,r.cssClasses.vertical);var l=getComputedStyle(o).direction;return l==="rtl"?R(o,r.cssClasses.textDirectionRtl):R(o,r.cssClasses.textDirectionLtr),we(o,r.cssClasses.base)}function Un(o,l){return!r.tooltips||!r.tooltips[l]?!1:we(o.firstChild,r.cssClasses.tooltip)}function qr(){return y.hasAttribute("disabled")}function Bi(o){var l=j[o];return l.hasAttribute("disabled")}function Vi(){q&&(lt("update"+ne.tooltips),q.forEach(function(o){o&&s(o)}),q=null)}function Kr(){Vi(),q=j.map(Un),$i("update"+ne.tooltips,function(o,l,d){if(!(!q||!r.tooltips)&&q[l]!==!1){var c=o[l];r.tooltips[l]!==!0&&(c=r.tooltips[l].to(d[l])),q[l].innerHTML=c}})}function Ln(){lt("update"+ne.aria),$i("update"+ne.aria,function(o,l,d,c,g){re.forEach(function(f){var v=j[f],x=Rt(W,f,0,!0,!0,!0),z=Rt(W,f,100,!0,!0,!0),A=g[f],k=String(r.ariaFormat.to(d[f]));x=T.fromStepping(x).toFixed(1),z=T.fromStepping(z).toFixed(1),A=T.fromStepping(A).toFixed(1),v.children[0].setAttribute("aria-valuemin",x),v.children[0].setAttribute("aria-valuemax",z),v.children[0].setAttribute("aria-valuenow",A),v.children[0].setAttribute("aria-valuetext",k)})})}function zn(o){if(o.mode===t.PipsMode.Range||o.mode===t.PipsMode.Steps)return T.xVal;if(o.mode===t.PipsMode.Count){if(o.values<2)throw new Error("noUiSlider: 'values' (>= 2) required for mode 'count'.");for(var l=o.values-1,d=100/l,c=[];l--;)c[l]=l*d;return c.push(100),Gr(c,o.stepped)}return o.mode===t.PipsMode.Positions?Gr(o.values,o.stepped):o.mode===t.PipsMode.Values?o.stepped?o.values.map(function(g){return T.fromStepping(T.getStep(T.toStepping(g)))}):o.values:[]}function Gr(o,l){return o.map(function(d){return T.fromStepping(l?T.getStep(d):d)})}function Mn(o){function l(A,k){return Number((A+k).toFixed(7))}var d=zn(o),c={},g=T.xVal[0],f=T.xVal[T.xVal.length-1],v=!1,x=!1,z=0;return d=p(d.slice().sort(function(A,k){return A-k})),d[0]!==g&&(d.unshift(g),v=!0),d[d.length-1]!==f&&(d.push(f),x=!0),d.forEach(function(A,k){var K,S,Q,ee=A,G=d[k+1],Z,Gi,Yi,Ji,sa,Zi,ra,aa=o.mode===t.PipsMode.Steps;for(aa&&(K=T.xNumSteps[k]),K||(K=G-ee),G===void 0&&(G=ee),K=Math.max(K,1e-7),S=ee;S<=G;S=l(S,K)){for(Z=T.toStepping(S),Gi=Z-z,sa=Gi/(o.density||1),Zi=Math.round(sa),ra=Gi/Zi,Q=1;Q<=Zi;Q+=1)Yi=z+Q*ra,c[Yi.toFixed(5)]=[T.fromStepping(Yi),0];Ji=d.indexOf(S)>-1?t.PipsType.LargeValue:aa?t.PipsType.SmallValue:t.PipsType.NoValue,!k&&v&&S!==G&&(Ji=0),S===G&&x||(c[Z.toFixed(5)]=[S,Ji]),z=Z}}),c}function In(o,l,d){var c,g,f=Ze.createElement("div"),v=(c={},c[t.PipsType.None]="",c[t.PipsType.NoValue]=r.cssClasses.valueNormal,c[t.PipsType.LargeValue]=r.cssClasses.valueLarge,c[t.PipsType.SmallValue]=r.cssClasses.valueSub,c),x=(g={},g[t.PipsType.None]="",g[t.PipsType.NoValue]=r.cssClasses.markerNormal,g[t.PipsType.LargeValue]=r.cssClasses.markerLarge,g[t.PipsType.SmallValue]=r.cssClasses.markerSub,g),z=[r.cssClasses.valueHorizontal,r.cssClasses.valueVertical],A=[r.cssClasses.markerHorizontal,r.cssClasses.markerVertical];R(f,r.cssClasses.pips),R(f,r.ort===0?r.cssClasses.pipsHorizontal:r.cssClasses.pipsVertical);function k(S,Q){var ee=Q===r.cssClasses.value,G=ee?z:A,Z=ee?v:x;return Q+" "+G[r.ort]+" "+Z[S]}function K(S,Q,ee){if(ee=l?l(Q,ee):ee,ee!==t.PipsType.None){var G=we(f,!1);G.className=k(ee,r.cssClasses.marker),G.style[r.style]=S+"%",ee>t.PipsType.NoValue&&(G=we(f,!1),G.className=k(ee,r.cssClasses.value),G.setAttribute("data-value",String(Q)),G.style[r.style]=S+"%",G.innerHTML=String(d.to(Q)))}}return Object.keys(o).forEach(function(S){K(S,o[S][0],o[S][1])}),f}function Wi(){le&&(s(le),le=null)}function Ni(o){Wi();var l=Mn(o),d=o.filter,c=o.format||{to:function(g){return String(Math.round(g))}};return le=y.appendChild(In(l,d,c)),le}function Yr(){var o=I.getBoundingClientRect(),l="offset"+["Width","Height"][r.ort];return r.ort===0?o.width||I[l]:o.height||I[l]}function ze(o,l,d,c){var g=function(v){var x=Bn(v,c.pageOffset,c.target||l);if(!x||qr()&&!c.doNotReject||$(y,r.cssClasses.tap)&&!c.doNotReject||o===w.start&&x.buttons!==void 0&&x.buttons>1||c.hover&&x.buttons)return!1;C||x.preventDefault(),x.calcPoint=x.points[r.ort],d(x,c)},f=[];return o.split(" ").forEach(function(v){l.addEventListener(v,g,C?{passive:!0}:!1),f.push([v,g])}),f}function Bn(o,l,d){var c=o.type.indexOf("touch")===0,g=o.type.indexOf("mouse")===0,f=o.type.indexOf("pointer")===0,v=0,x=0;if(o.type.indexOf("MSPointer")===0&&(f=!0),o.type==="mousedown"&&!o.buttons&&!o.touches)return!1;if(c){var z=function(K){var S=K.target;return S===d||d.contains(S)||o.composed&&o.composedPath().shift()===d};if(o.type==="touchstart"){var A=Array.prototype.filter.call(o.touches,z);if(A.length>1)return!1;v=A[0].pageX,x=A[0].pageY}else{var k=Array.prototype.find.call(o.changedTouches,z);if(!k)return!1;v=k.pageX,x=k.pageY}}return l=l||Le(Ze),(g||f)&&(v=o.clientX+l.x,x=o.clientY+l.y),o.pageOffset=l,o.points=[v,x],o.cursor=g||f,o}function Jr(o){var l=o-E(I,r.ort),d=l*100/Yr();return d=_(d),r.dir?100-d:d}function Vn(o){var l=100,d=!1;return j.forEach(function(c,g){if(!Bi(g)){var f=W[g],v=Math.abs(f-o),x=v===100&&l===100,z=v<l,A=v<=l&&o>f;(z||A||x)&&(d=g,l=v)}}),d}function Wn(o,l){o.type==="mouseout"&&o.target.nodeName==="HTML"&&o.relatedTarget===null&&Fi(o,l)}function Nn(o,l){if(navigator.appVersion.indexOf("MSIE 9")===-1&&o.buttons===0&&l.buttonsProperty!==0)return Fi(o,l);var d=(r.dir?-1:1)*(o.calcPoint-l.startCalcPoint),c=d*100/l.baseSize;Zr(d>0,c,l.locations,l.handleNumbers,l.connect)}function Fi(o,l){l.handle&&(J(l.handle,r.cssClasses.active),Ii-=1),l.listeners.forEach(function(d){At.removeEventListener(d[0],d[1])}),Ii===0&&(J(y,r.cssClasses.drag),Ki(),o.cursor&&(Pt.style.cursor="",Pt.removeEventListener("selectstart",u))),l.handleNumbers.forEach(function(d){N("change",d),N("set",d),N("end",d)})}function Hi(o,l){if(!l.handleNumbers.some(Bi)){var d;if(l.handleNumbers.length===1){var c=j[l.handleNumbers[0]];d=c.children[0],Ii+=1,R(d,r.cssClasses.active)}o.stopPropagation();var g=[],f=ze(w.move,At,Nn,{target:o.target,handle:d,connect:l.connect,listeners:g,startCalcPoint:o.calcPoint,baseSize:Yr(),pageOffset:o.pageOffset,handleNumbers:l.handleNumbers,buttonsProperty:o.buttons,locations:W.slice()}),v=ze(w.end,At,Fi,{target:o.target,handle:d,listeners:g,doNotReject:!0,handleNumbers:l.handleNumbers}),x=ze("mouseout",At,Wn,{target:o.target,handle:d,listeners:g,doNotReject:!0,handleNumbers:l.handleNumbers});g.push.apply(g,f.concat(v,x)),o.cursor&&(Pt.style.cursor=getComputedStyle(o.target).cursor,j.length>1&&R(y,r.cssClasses.drag),Pt.addEventListener("selectstart",u,!1)),l.handleNumbers.forEach(function(z){N("start",z)})}}function Fn(o){o.stopPropagation();var l=Jr(o.calcPoint),d=Vn(l);d!==!1&&(r.events.snap||Ue(y,r.cssClasses.tap,r.animationDuration),Xe(d,l,!0,!0),Ki(),N("slide",d,!0),N("update",d,!0),r.events.snap?Hi(o,{handleNumbers:[d]}):(N("change",d,!0),N("set",d,!0)))}function Hn(o){var l=Jr(o.calcPoint),d=T.getStep(l),c=T.fromStepping(d);Object.keys(be).forEach(function(g){g.split(".")[0]==="hover"&&be[g].forEach(function(f){f.call(Ut,c)})})}function $n(o,l){if(qr()||Bi(l))return!1;var d=["Left","Right"],c=["Down","Up"],g=["PageDown","PageUp"],f=["Home","End"];r.dir&&!r.ort?d.reverse():r.ort&&!r.dir&&(c.reverse(),g.reverse());var v=o.key.replace("Arrow",""),x=v===g[0],z=v===g[1],A=v===c[0]||v===d[0]||x,k=v===c[1]||v===d[1]||z,K=v===f[0],S=v===f[1];if(!A&&!k&&!K&&!S)return!0;o.preventDefault();var Q;if(k||A){var ee=A?0:1,G=ia(l),Z=G[ee];if(Z===null)return!1;Z===!1&&(Z=T.getDefaultStep(W[l],A,r.keyboardDefaultStep)),z||x?Z*=r.keyboardPageMultiplier:Z*=r.keyboardMultiplier,Z=Math.max(Z,1e-7),Z=(A?-1:1)*Z,Q=me[l]+Z}else S?Q=r.spectrum.xVal[r.spectrum.xVal.length-1]:Q=r.spectrum.xVal[0];return Xe(l,T.toStepping(Q),!0,!0),N("slide",l),N("update",l),N("change",l),N("set",l),!1}function qn(o){o.fixed||j.forEach(function(l,d){ze(w.start,l.children[0],Hi,{handleNumbers:[d]})}),o.tap&&ze(w.start,I,Fn,{}),o.hover&&ze(w.move,I,Hn,{hover:!0}),o.drag&&ae.forEach(function(l,d){if(!(l===!1||d===0||d===ae.length-1)){var c=j[d-1],g=j[d],f=[l],v=[c,g],x=[d-1,d];R(l,r.cssClasses.draggable),o.fixed&&(f.push(c.children[0]),f.push(g.children[0])),o.dragAll&&(v=j,x=re),f.forEach(function(z){ze(w.start,z,Hi,{handles:v,handleNumbers:x,connect:l})})}})}function $i(o,l){be[o]=be[o]||[],be[o].push(l),o.split(".")[0]==="update"&&j.forEach(function(d,c){N("update",c)})}function Kn(o){return o===ne.aria||o===ne.tooltips}function lt(o){var l=o&&o.split(".")[0],d=l?o.substring(l.length):o;Object.keys(be).forEach(function(c){var g=c.split(".")[0],f=c.substring(g.length);(!l||l===g)&&(!d||d===f)&&(!Kn(f)||d===f)&&delete be[c]})}function N(o,l,d){Object.keys(be).forEach(function(c){var g=c.split(".")[0];o===g&&be[c].forEach(function(f){f.call(Ut,me.map(r.format.to),l,me.slice(),d||!1,W.slice(),Ut)})})}function Rt(o,l,d,c,g,f){var v;return j.length>1&&!r.events.unconstrained&&(c&&l>0&&(v=T.getAbsoluteDistance(o[l-1],r.margin,!1),d=Math.max(d,v)),g&&l<j.length-1&&(v=T.getAbsoluteDistance(o[l+1],r.margin,!0),d=Math.min(d,v))),j.length>1&&r.limit&&(c&&l>0&&(v=T.getAbsoluteDistance(o[l-1],r.limit,!1),d=Math.min(d,v)),g&&l<j.length-1&&(v=T.getAbsoluteDistance(o[l+1],r.limit,!0),d=Math.max(d,v))),r.padding&&(l===0&&(v=T.getAbsoluteDistance(0,r.padding[0],!1),d=Math.max(d,v)),l===j.length-1&&(v=T.getAbsoluteDistance(100,r.padding[1],!0),d=Math.min(d,v))),d=T.getStep(d),d=_(d),d===o[l]&&!f?!1:d}function qi(o,l){var d=r.ort;return(d?l:o)+", "+(d?o:l)}function Zr(o,l,d,c,g){var f=d.slice(),v=c[0],x=[!o,o],z=[o,!o];c=c.slice(),o&&c.reverse(),c.length>1?c.forEach(function(k,K){var S=Rt(f,k,f[k]+l,x[K],z[K],!1);S===!1?l=0:(l=S-f[k],f[k]=S)}):x=z=[!0];var A=!1;c.forEach(function(k,K){A=Xe(k,d[k]+l,x[K],z[K])||A}),A&&(c.forEach(function(k){N("update",k),N("slide",k)}),g!=null&&N("drag",v))}function Xr(o,l){return r.dir?100-o-l:o}function Gn(o,l){W[o]=l,me[o]=T.fromStepping(l);var d=10*(Xr(l,0)-An),c="translate("+qi(d+"%","0")+")";j[o].style[r.transformRule]=c,Qr(o),Qr(o+1)}function Ki(){re.forEach(function(o){var l=W[o]>50?-1:1,d=3+(j.length+l*o);j[o].style.zIndex=String(d)})}function Xe(o,l,d,c,g){return g||(l=Rt(W,o,l,d,c,!1)),l===!1?!1:(Gn(o,l),!0)}function Qr(o){if(ae[o]){var l=0,d=100;o!==0&&(l=W[o-1]),o!==ae.length-1&&(d=W[o]);var c=d-l,g="translate("+qi(Xr(l,c)+"%","0")+")",f="scale("+qi(c/100,"1")+")";ae[o].style[r.transformRule]=g+" "+f}}function ea(o,l){return o===null||o===!1||o===void 0||(typeof o=="number"&&(o=String(o)),o=r.format.from(o),o!==!1&&(o=T.toStepping(o)),o===!1||isNaN(o))?W[l]:o}function Ot(o,l,d){var c=L(o),g=W[0]===void 0;l=l===void 0?!0:l,r.animate&&!g&&Ue(y,r.cssClasses.tap,r.animationDuration),re.forEach(function(x){Xe(x,ea(c[x],x),!0,!1,d)});var f=re.length===1?0:1;if(g&&T.hasNoSize()&&(d=!0,W[0]=0,re.length>1)){var v=100/(re.length-1);re.forEach(function(x){W[x]=x*v})}for(;f<re.length;++f)re.forEach(function(x){Xe(x,W[x],!0,!0,d)});Ki(),re.forEach(function(x){N("update",x),c[x]!==null&&l&&N("set",x)})}function Yn(o){Ot(r.start,o)}function Jn(o,l,d,c){if(o=Number(o),!(o>=0&&o<re.length))throw new Error("noUiSlider: invalid handle number, got: "+o);Xe(o,ea(l,o),!0,!0,c),N("update",o),d&&N("set",o)}function ta(o){if(o===void 0&&(o=!1),o)return me.length===1?me[0]:me.slice(0);var l=me.map(r.format.to);return l.length===1?l[0]:l}function Zn(){for(lt(ne.aria),lt(ne.tooltips),Object.keys(r.cssClasses).forEach(function(o){J(y,r.cssClasses[o])});y.firstChild;)y.removeChild(y.firstChild);delete y.noUiSlider}function ia(o){var l=W[o],d=T.getNearbySteps(l),c=me[o],g=d.thisStep.step,f=null;if(r.snap)return[c-d.stepBefore.startValue||null,d.stepAfter.startValue-c||null];g!==!1&&c+g>d.stepAfter.startValue&&(g=d.stepAfter.startValue-c),c>d.thisStep.startValue?f=d.thisStep.step:d.stepBefore.step===!1?f=!1:f=c-d.stepBefore.highestStep,l===100?g=null:l===0&&(f=null);var v=T.countStepDecimals();return g!==null&&g!==!1&&(g=Number(g.toFixed(v))),f!==null&&f!==!1&&(f=Number(f.toFixed(v))),[f,g]}function Xn(){return re.map(ia)}function Qn(o,l){var d=ta(),c=["margin","limit","padding","range","animate","snap","step","format","pips","tooltips"];c.forEach(function(f){o[f]!==void 0&&(h[f]=o[f])});var g=Fr(h);c.forEach(function(f){o[f]!==void 0&&(r[f]=g[f])}),T=g.spectrum,r.margin=g.margin,r.limit=g.limit,r.padding=g.padding,r.pips?Ni(r.pips):Wi(),r.tooltips?Kr():Vi(),W=[],Ot(a(o.start)?o.start:d,l)}function eo(){I=On(y),Rn(r.connect,I),qn(r.events),Ot(r.start),r.pips&&Ni(r.pips),r.tooltips&&Kr(),Ln()}eo();var Ut={destroy:Zn,steps:Xn,on:$i,off:lt,get:ta,set:Ot,setHandle:Jn,reset:Yn,__moveHandles:function(o,l,d){Zr(o,l,W,d)},options:h,updateOptions:Qn,target:y,removePips:Wi,removeTooltips:Vi,getPositions:function(){return W.slice()},getTooltips:function(){return q},getOrigins:function(){return j},pips:Ni};return Ut}function Hr(n,r){if(!n||!n.nodeName)throw new Error("noUiSlider: create requires a single element, got: "+n);if(n.noUiSlider)throw new Error("noUiSlider: Slider was already initialized.");var h=Fr(r),w=kn(n,h,r);return n.noUiSlider=w,w}var Sn={__spectrum:ce,cssClasses:he,create:Hr};t.create=Hr,t.cssClasses=he,t.default=Sn,Object.defineProperty(t,"__esModule",{value:!0})}))});var rn=na((Wd,$o)=>{$o.exports={name:"@jupyter-widgets/controls",version:"5.0.13",description:"Jupyter interactive widgets",repository:{type:"git",url:"https://github.com/jupyter-widgets/ipywidgets.git"},license:"BSD-3-Clause",author:"Project Jupyter",main:"lib/index.js",typings:"lib/index.d.ts",files:["lib/**/*.map","lib/**/*.d.ts","lib/**/*.js","css/*.css","dist/","src"],scripts:{build:"npm run build:src && npm run build:css","build:css":"lessc css/nouislider.less css/nouislider.css && postcss --use postcss-import --use postcss-cssnext -o css/widgets.built.css css/widgets.css","build:src":"tsc --build","build:test":"tsc --build test && webpack --config test/webpack.conf.js",clean:"npm run clean:src","clean:src":"rimraf lib && rimraf tsconfig.tsbuildinfo",prepublish:"npm run clean && npm run build",test:"npm run test:unit","test:coverage":"npm run build:test && webpack --config test/webpack-cov.conf.js && karma start test/karma-cov.conf.js","test:unit":"npm run test:unit:firefox && npm run test:unit:chrome","test:unit:chrome":"npm run test:unit:default -- --browsers=Chrome","test:unit:default":"npm run build:test && karma start test/karma.conf.js --log-level debug","test:unit:firefox":"npm run test:unit:default -- --browsers=Firefox","test:unit:firefox:headless":"npm run test:unit:default -- --browsers=FirefoxHeadless","test:unit:ie":"npm run test:unit:default -- --browsers=IE"},dependencies:{"@jupyter-widgets/base":"^6.0.12","@lumino/algorithm":"^2.0.0","@lumino/domutils":"^2.0.0","@lumino/messaging":"^2.0.0","@lumino/signaling":"^2.0.0","@lumino/widgets":"^2.0.0","d3-color":"^3.0.1","d3-format":"^3.0.1",jquery:"^3.1.1",nouislider:"15.4.0"},devDependencies:{"@jupyterlab/services":"^7.0.0","@types/d3-color":"^3.0.2","@types/d3-format":"^3.0.1","@types/expect.js":"^0.3.29","@types/jquery":"^3.5.16","@types/mathjax":"^0.0.37","@types/mocha":"^9.0.0","@types/node":"^17.0.2",chai:"^4.0.0","css-loader":"^6.5.1","expect.js":"^0.3.1","istanbul-instrumenter-loader":"^3.0.1",karma:"^6.3.3","karma-chrome-launcher":"^3.1.0","karma-coverage":"^2.0.3","karma-firefox-launcher":"^2.1.1","karma-ie-launcher":"^1.0.0","karma-mocha":"^2.0.1","karma-mocha-reporter":"^2.2.5","karma-webpack":"^5.0.0",less:"^4.1.2",mocha:"^9.0.0","npm-run-all":"^4.1.5",postcss:"^8.3.2","postcss-cli":"^9.1.0","postcss-cssnext":"^3.1.0","postcss-import":"^14.0.2","postcss-loader":"^6.1.0",rimraf:"^3.0.2",sinon:"^12.0.1","sinon-chai":"^3.3.0","style-loader":"^3.3.1",typescript:"~6.0.3",webpack:"^5.65.0"},gitHead:"af2386d4b0cb4f5b60581de09a47e5a54d0cd356"}});var Wr={};to(Wr,{AccordionModel:()=>or,AccordionView:()=>lr,AudioModel:()=>Kt,AudioView:()=>vs,BaseIntSliderView:()=>Ve,BoolModel:()=>ht,BoundedFloatModel:()=>We,BoundedFloatTextModel:()=>Bs,BoundedIntModel:()=>Be,BoundedIntTextModel:()=>Ss,BoxModel:()=>ve,BoxView:()=>xe,ButtonModel:()=>us,ButtonStyleModel:()=>Ft,ButtonView:()=>Ht,CheckboxModel:()=>as,CheckboxStyleModel:()=>Vt,CheckboxView:()=>ns,ColorPickerModel:()=>xs,ColorPickerView:()=>_s,ColorsInputModel:()=>jr,ColorsInputView:()=>Er,ComboboxModel:()=>Br,ComboboxView:()=>Vr,ControllerAxisModel:()=>$s,ControllerAxisView:()=>qs,ControllerButtonModel:()=>Fs,ControllerButtonView:()=>Hs,ControllerModel:()=>ui,ControllerView:()=>Ks,DatePickerModel:()=>Gt,DatePickerView:()=>ys,DatetimeModel:()=>pt,DatetimeView:()=>Es,DescriptionModel:()=>Qe,DescriptionStyleModel:()=>V,DescriptionView:()=>O,DirectionalLinkModel:()=>ct,DropdownModel:()=>Gs,DropdownView:()=>Ys,FileUploadModel:()=>Oi,FileUploadView:()=>Ui,FloatLogSliderModel:()=>Os,FloatLogSliderView:()=>zs,FloatModel:()=>wt,FloatProgressModel:()=>Ws,FloatRangeSliderModel:()=>Us,FloatRangeSliderView:()=>Ms,FloatSliderModel:()=>di,FloatSliderView:()=>Ls,FloatTextModel:()=>Is,FloatTextView:()=>Vs,FloatsInputModel:()=>Cr,FloatsInputView:()=>Dr,GridBoxModel:()=>ms,GridBoxView:()=>fs,HBoxModel:()=>cs,HBoxView:()=>ps,HTMLMathModel:()=>Pr,HTMLMathStyleModel:()=>Ai,HTMLMathView:()=>Rr,HTMLModel:()=>Sr,HTMLStyleModel:()=>Si,HTMLView:()=>Ar,ImageModel:()=>$t,ImageView:()=>bs,IntModel:()=>gt,IntProgressModel:()=>As,IntRangeSliderModel:()=>Ts,IntRangeSliderView:()=>ft,IntSliderModel:()=>ni,IntSliderView:()=>mt,IntTextModel:()=>ks,IntTextView:()=>bt,IntsInputModel:()=>Tr,IntsInputView:()=>kr,JUPYTER_CONTROLS_VERSION:()=>F,JupyterLuminoAccordionWidget:()=>bi,JupyterLuminoTabPanelWidget:()=>wi,LabelModel:()=>Or,LabelStyleModel:()=>Pi,LabelView:()=>Ur,LabeledDOMWidgetModel:()=>is,LabeledDOMWidgetView:()=>ss,LinkModel:()=>rs,MultipleSelectionModel:()=>_t,NaiveDatetimeModel:()=>Qt,PasswordModel:()=>Mr,PasswordView:()=>Ir,PlayModel:()=>Ps,PlayView:()=>Rs,ProgressStyleModel:()=>oi,ProgressView:()=>li,RadioButtonsModel:()=>Zs,RadioButtonsView:()=>Xs,SelectModel:()=>Js,SelectMultipleModel:()=>tr,SelectMultipleView:()=>ir,SelectView:()=>ci,SelectionContainerModel:()=>tt,SelectionModel:()=>ye,SelectionRangeSliderModel:()=>sr,SelectionRangeSliderView:()=>rr,SelectionSliderModel:()=>er,SelectionSliderView:()=>pi,SelectionView:()=>vt,SliderStyleModel:()=>ai,StackModel:()=>cr,StackView:()=>hr,StringModel:()=>Re,StringView:()=>Oe,TabModel:()=>dr,TabView:()=>ur,TagsInputModel:()=>Di,TagsInputView:()=>Dt,TextModel:()=>Tt,TextStyleModel:()=>Ri,TextView:()=>kt,TextareaModel:()=>Lr,TextareaView:()=>zr,TimeModel:()=>et,TimeView:()=>js,ToggleButtonModel:()=>os,ToggleButtonStyleModel:()=>Wt,ToggleButtonView:()=>Nt,ToggleButtonsModel:()=>Qs,ToggleButtonsStyleModel:()=>hi,ToggleButtonsView:()=>xt,VBoxModel:()=>hs,VBoxView:()=>gs,ValidModel:()=>ls,ValidView:()=>ds,VideoModel:()=>qt,VideoView:()=>ws,datetime_serializers:()=>Zt,deserialize_date:()=>ga,deserialize_datetime:()=>ba,deserialize_naive:()=>va,deserialize_time:()=>fa,escape_html:()=>ts,naive_serializers:()=>Xt,reject:()=>io,resolvePromisesDict:()=>Lt,serialize_date:()=>pa,serialize_datetime:()=>ma,serialize_naive:()=>wa,serialize_time:()=>Jt,time_serializers:()=>Yt,typeset:()=>es,uuid:()=>B,version:()=>qo});function es(t,e){e!==void 0&&(t.textContent=e),window.MathJax!==void 0&&MathJax.Hub.Queue(["Typeset",MathJax.Hub,t])}function ts(t){let e=document.createElement("div");return e.textContent=t,e.innerHTML}function io(t,e){return function(s){throw e&&console.error(new Error(t)),s}}var F="2.0.0";var V=class extends Bt{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"DescriptionStyleModel",_model_module:"@jupyter-widgets/controls",_model_module_version:F})}};V.styleProperties={description_width:{selector:".widget-label",attribute:"width",default:null}};var Qe=class extends Mt{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"DescriptionModel",_view_name:"DescriptionView",_view_module:"@jupyter-widgets/controls",_model_module:"@jupyter-widgets/controls",_view_module_version:F,_model_module_version:F,description:"",description_allow_html:!1})}},O=class extends P{render(){this.label=document.createElement("label"),this.el.appendChild(this.label),this.label.className="widget-label",this.label.style.display="none",this.listenTo(this.model,"change:description",this.updateDescription),this.listenTo(this.model,"change:description_allow_html",this.updateDescription),this.listenTo(this.model,"change:tabbable",this.updateTabindex),this.updateDescription(),this.updateTabindex(),this.updateTooltip()}typeset(e,i){this.displayed.then(()=>{var s;let u=(s=this.model.widget_manager._rendermime)===null||s===void 0?void 0:s.latexTypesetter;if(u)i!==void 0&&(e.textContent=i),u.typeset(e);else return es(e,i)})}updateDescription(){let e=this.model.get("description");e.length===0?this.label.style.display="none":(this.model.get("description_allow_html")?this.label.innerHTML=this.model.widget_manager.inline_sanitize(e):this.label.textContent=e,this.typeset(this.label),this.label.style.display="")}updateTooltip(){this.label&&(this.label.title=this.model.get("tooltip"))}},is=class extends Qe{},ss=class extends O{};var ut=class extends la{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"CoreWidgetModel",_view_module:"@jupyter-widgets/controls",_model_module:"@jupyter-widgets/controls",_view_module_version:F,_model_module_version:F})}},U=class extends Mt{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"CoreDOMWidgetModel",_view_module:"@jupyter-widgets/controls",_model_module:"@jupyter-widgets/controls",_view_module_version:F,_model_module_version:F})}},M=class extends Qe{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"CoreDescriptionModel",_view_module:"@jupyter-widgets/controls",_model_module:"@jupyter-widgets/controls",_view_module_version:F,_model_module_version:F})}};var ct=class extends ut{defaults(){return Object.assign(Object.assign({},super.defaults()),{target:void 0,source:void 0,_model_name:"DirectionalLinkModel"})}initialize(e,i){super.initialize(e,i),this.on("change",this.updateBindings,this),this.updateBindings()}updateValue(e,i,s,a){if(!this._updating){this._updating=!0;try{s&&(s.set(a,e.get(i)),s.save_changes())}finally{this._updating=!1}}}updateBindings(){this.cleanup(),[this.sourceModel,this.sourceAttr]=this.get("source")||[null,null],[this.targetModel,this.targetAttr]=this.get("target")||[null,null],this.sourceModel&&(this.listenTo(this.sourceModel,"change:"+this.sourceAttr,()=>{this.updateValue(this.sourceModel,this.sourceAttr,this.targetModel,this.targetAttr)}),this.updateValue(this.sourceModel,this.sourceAttr,this.targetModel,this.targetAttr),this.listenToOnce(this.sourceModel,"destroy",this.cleanup)),this.targetModel&&this.listenToOnce(this.targetModel,"destroy",this.cleanup)}cleanup(){this.sourceModel&&(this.stopListening(this.sourceModel,"change:"+this.sourceAttr,void 0),this.stopListening(this.sourceModel,"destroy",void 0)),this.targetModel&&this.stopListening(this.targetModel,"destroy",void 0)}};ct.serializers=Object.assign(Object.assign({},ut.serializers),{target:{deserialize:ke},source:{deserialize:ke}});var rs=class extends ct{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"LinkModel"})}updateBindings(){super.updateBindings(),this.targetModel&&this.listenTo(this.targetModel,"change:"+this.targetAttr,()=>{this.updateValue(this.targetModel,this.targetAttr,this.sourceModel,this.sourceAttr)})}cleanup(){super.cleanup(),this.targetModel&&this.stopListening(this.targetModel,"change:"+this.targetAttr,void 0)}};var Vt=class extends V{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"CheckboxStyleModel"})}};Vt.styleProperties=Object.assign(Object.assign({},V.styleProperties),{background:{selector:"",attribute:"background",default:null}});var Wt=class extends V{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"ToggleButtonStyleModel"})}};Wt.styleProperties=Object.assign(Object.assign({},V.styleProperties),{font_family:{selector:"",attribute:"font-family",default:""},font_size:{selector:"",attribute:"font-size",default:""},font_style:{selector:"",attribute:"font-style",default:""},font_variant:{selector:"",attribute:"font-variant",default:""},font_weight:{selector:"",attribute:"font-weight",default:""},text_color:{selector:"",attribute:"color",default:""},text_decoration:{selector:"",attribute:"text-decoration",default:""}});var ht=class extends M{defaults(){return Object.assign(Object.assign({},super.defaults()),{value:!1,disabled:!1,_model_name:"BoolModel"})}},as=class extends M{defaults(){return Object.assign(Object.assign({},super.defaults()),{indent:!0,style:null,_view_name:"CheckboxView",_model_name:"CheckboxModel"})}},ns=class extends O{render(){super.render(),this.el.classList.add("jupyter-widgets"),this.el.classList.add("widget-inline-hbox"),this.el.classList.add("widget-checkbox"),this.label.innerHTML="&#8203;",this.checkboxLabel=document.createElement("label"),this.checkboxLabel.classList.add("widget-label-basic"),this.el.appendChild(this.checkboxLabel),this.checkbox=document.createElement("input"),this.checkbox.setAttribute("type","checkbox"),this.checkboxLabel.appendChild(this.checkbox),this.descriptionSpan=document.createElement("span"),this.checkboxLabel.appendChild(this.descriptionSpan),this.listenTo(this.model,"change:indent",this.updateIndent),this.listenTo(this.model,"change:tabbable",this.updateTabindex),this.update(),this.updateDescription(),this.updateIndent(),this.updateTabindex(),this.updateTooltip()}updateDescription(){if(this.checkboxLabel==null)return;let e=this.model.get("description");this.model.get("description_allow_html")?this.descriptionSpan.innerHTML=this.model.widget_manager.inline_sanitize(e):this.descriptionSpan.textContent=e,this.typeset(this.descriptionSpan),this.descriptionSpan.title=e,this.checkbox.title=e}updateIndent(){let e=this.model.get("indent");this.label.style.display=e?"":"none"}updateTabindex(){if(!this.checkbox)return;let e=this.model.get("tabbable");e===!0?this.checkbox.setAttribute("tabIndex","0"):e===!1?this.checkbox.setAttribute("tabIndex","-1"):e===null&&this.checkbox.removeAttribute("tabIndex")}updateTooltip(){if(!this.checkbox)return;let e=this.model.get("tooltip");e?this.model.get("description").length===0&&this.checkbox.setAttribute("title",e):this.checkbox.removeAttribute("title")}events(){return{'click input[type="checkbox"]':"_handle_click"}}_handle_click(){let e=this.model.get("value");this.model.set("value",!e,{updated_view:this}),this.touch()}update(e){return this.checkbox.checked=this.model.get("value"),(e===void 0||e.updated_view!=this)&&(this.checkbox.disabled=this.model.get("disabled")),super.update()}handle_message(e){e.do=="focus"?this.checkbox.focus():e.do=="blur"&&this.checkbox.blur()}},os=class extends ht{defaults(){return Object.assign(Object.assign({},super.defaults()),{_view_name:"ToggleButtonView",_model_name:"ToggleButtonModel",tooltip:"",icon:"",button_style:"",style:null})}},Nt=class t extends P{render(){super.render(),this.el.classList.add("jupyter-widgets"),this.el.classList.add("jupyter-button"),this.el.classList.add("widget-toggle-button"),this.listenTo(this.model,"change:button_style",this.update_button_style),this.listenTo(this.model,"change:tabbable",this.updateTabindex),this.set_button_style(),this.update()}update_button_style(){this.update_mapped_classes(t.class_map,"button_style")}set_button_style(){this.set_mapped_classes(t.class_map,"button_style")}update(e){if(this.model.get("value")?this.el.classList.add("mod-active"):this.el.classList.remove("mod-active"),e===void 0||e.updated_view!==this){this.el.disabled=this.model.get("disabled"),this.el.setAttribute("tabbable",this.model.get("tabbable")),this.el.setAttribute("title",this.model.get("tooltip"));let i=this.model.get("description"),s=this.model.get("icon");if(i.trim().length===0&&s.trim().length===0)this.el.innerHTML="&nbsp;";else{if(this.el.textContent="",s.trim().length){let a=document.createElement("i");this.el.appendChild(a),a.classList.add("fa"),a.classList.add("fa-"+s)}this.el.appendChild(document.createTextNode(i))}}return this.updateTabindex(),super.update()}events(){return{click:"_handle_click"}}_handle_click(e){e.preventDefault();let i=this.model.get("value");this.model.set("value",!i,{updated_view:this}),this.touch()}preinitialize(){this.tagName="button"}};Nt.class_map={primary:["mod-primary"],success:["mod-success"],info:["mod-info"],warning:["mod-warning"],danger:["mod-danger"]};var ls=class extends ht{defaults(){return Object.assign(Object.assign({},super.defaults()),{readout:"Invalid",_view_name:"ValidView",_model_name:"ValidModel"})}},ds=class extends O{render(){super.render(),this.el.classList.add("jupyter-widgets"),this.el.classList.add("widget-valid"),this.el.classList.add("widget-inline-hbox"),this.icon=document.createElement("i"),this.icon.classList.add("fa","fa-fw"),this.el.appendChild(this.icon),this.readout=document.createElement("span"),this.readout.classList.add("widget-valid-readout"),this.readout.classList.add("widget-readout"),this.el.appendChild(this.readout),this.update()}update(){this.el.classList.remove("mod-valid"),this.el.classList.remove("mod-invalid"),this.icon.classList.remove("fa-check"),this.icon.classList.remove("fa-times"),this.readout.textContent=this.model.get("readout"),this.model.get("value")?(this.el.classList.add("mod-valid"),this.icon.classList.add("fa-check")):(this.el.classList.add("mod-invalid"),this.icon.classList.add("fa-times"))}};var Ft=class extends Bt{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"ButtonStyleModel",_model_module:"@jupyter-widgets/controls",_model_module_version:F})}};Ft.styleProperties={button_color:{selector:"",attribute:"background-color",default:null},font_family:{selector:"",attribute:"font-family",default:""},font_size:{selector:"",attribute:"font-size",default:""},font_style:{selector:"",attribute:"font-style",default:""},font_variant:{selector:"",attribute:"font-variant",default:""},font_weight:{selector:"",attribute:"font-weight",default:""},text_color:{selector:"",attribute:"color",default:""},text_decoration:{selector:"",attribute:"text-decoration",default:""}};var us=class extends U{defaults(){return Object.assign(Object.assign({},super.defaults()),{description:"",tooltip:"",disabled:!1,icon:"",button_style:"",_view_name:"ButtonView",_model_name:"ButtonModel",style:null})}},Ht=class t extends P{render(){super.render(),this.el.classList.add("jupyter-widgets"),this.el.classList.add("jupyter-button"),this.el.classList.add("widget-button"),this.listenTo(this.model,"change:button_style",this.update_button_style),this.listenTo(this.model,"change:tabbable",this.updateTabindex),this.set_button_style(),this.update()}update(){this.el.disabled=this.model.get("disabled"),this.updateTabindex();let e=this.model.get("tooltip"),i=this.model.get("description"),s=this.model.get("icon");if(this.el.setAttribute("title",e??i),i.length||s.length){if(this.el.textContent="",s.length){let a=document.createElement("i");a.classList.add("fa"),a.classList.add(...s.split(/[\s]+/).filter(Boolean).map(u=>`fa-${u}`)),i.length===0&&a.classList.add("center"),this.el.appendChild(a)}this.el.appendChild(document.createTextNode(i))}return super.update()}update_button_style(){this.update_mapped_classes(t.class_map,"button_style")}set_button_style(){this.set_mapped_classes(t.class_map,"button_style")}events(){return{click:"_handle_click"}}_handle_click(e){e.preventDefault(),this.send({event:"click"})}preinitialize(){this.tagName="button"}};Ht.class_map={primary:["mod-primary"],success:["mod-success"],info:["mod-info"],warning:["mod-warning"],danger:["mod-danger"]};var ua=de(dt());var ca=de(Xi()),ve=class extends U{defaults(){return Object.assign(Object.assign({},super.defaults()),{_view_name:"BoxView",_model_name:"BoxModel",children:[],box_style:""})}};ve.serializers=Object.assign(Object.assign({},U.serializers),{children:{deserialize:ke}});var cs=class extends ve{defaults(){return Object.assign(Object.assign({},super.defaults()),{_view_name:"HBoxView",_model_name:"HBoxModel"})}},hs=class extends ve{defaults(){return Object.assign(Object.assign({},super.defaults()),{_view_name:"VBoxView",_model_name:"VBoxModel"})}},xe=class t extends P{_createElement(e){return this.luminoWidget=new It({view:this}),this.luminoWidget.node}_setElement(e){if(this.el||e!==this.luminoWidget.node)throw new Error("Cannot reset the DOM element.");this.el=this.luminoWidget.node,this.$el=(0,ca.default)(this.luminoWidget.node)}initialize(e){super.initialize(e),this.children_views=new Se(this.add_child_model,null,this),this.listenTo(this.model,"change:children",this.update_children),this.listenTo(this.model,"change:box_style",this.update_box_style),this.luminoWidget.addClass("jupyter-widgets"),this.luminoWidget.addClass("widget-container"),this.luminoWidget.addClass("widget-box")}render(){super.render(),this.update_children(),this.set_box_style()}update_children(){var e;(e=this.children_views)===null||e===void 0||e.update(this.model.get("children")).then(i=>{i.forEach(s=>{Me.postMessage(s.luminoWidget,ie.ResizeMessage.UnknownSize)})})}update_box_style(){this.update_mapped_classes(t.class_map,"box_style")}set_box_style(){this.set_mapped_classes(t.class_map,"box_style")}add_child_model(e){let i=new ie;return this.luminoWidget.addWidget(i),this.create_child_view(e).then(s=>{let a=ua.ArrayExt.firstIndexOf(this.luminoWidget.widgets,i);return this.luminoWidget.insertWidget(a,s.luminoWidget),i.dispose(),s}).catch(De("Could not add child view to box",!0))}remove(){this.children_views=null,super.remove()}};xe.class_map={success:["alert","alert-success"],info:["alert","alert-info"],warning:["alert","alert-warning"],danger:["alert","alert-danger"]};var ps=class extends xe{initialize(e){super.initialize(e),this.luminoWidget.addClass("widget-hbox")}},gs=class extends xe{initialize(e){super.initialize(e),this.luminoWidget.addClass("widget-vbox")}},fs=class extends xe{initialize(e){super.initialize(e),this.luminoWidget.addClass("widget-gridbox"),this.luminoWidget.removeClass("widget-box")}},ms=class extends ve{defaults(){return Object.assign(Object.assign({},super.defaults()),{_view_name:"GridBoxView",_model_name:"GridBoxModel"})}};var $t=class extends U{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"ImageModel",_view_name:"ImageView",format:"png",width:"",height:"",value:new DataView(new ArrayBuffer(0))})}};$t.serializers=Object.assign(Object.assign({},U.serializers),{value:{serialize:t=>new DataView(t.buffer.slice(0))}});var bs=class extends P{render(){super.render(),this.luminoWidget.addClass("jupyter-widgets"),this.luminoWidget.addClass("widget-image"),this.update()}update(){let e,i=this.model.get("format"),s=this.model.get("value");if(i!=="url"){let b=new Blob([s],{type:`image/${this.model.get("format")}`});e=URL.createObjectURL(b)}else e=new TextDecoder("utf-8").decode(s.buffer);let a=this.el.src;this.el.src=e,a&&URL.revokeObjectURL(a);let u=this.model.get("width");u!==void 0&&u.length>0?this.el.setAttribute("width",u):this.el.removeAttribute("width");let p=this.model.get("height");return p!==void 0&&p.length>0?this.el.setAttribute("height",p):this.el.removeAttribute("height"),super.update()}remove(){this.el.src&&URL.revokeObjectURL(this.el.src),super.remove()}preinitialize(){this.tagName="img"}};var qt=class extends U{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"VideoModel",_view_name:"VideoView",format:"mp4",width:"",height:"",autoplay:!0,loop:!0,controls:!0,value:new DataView(new ArrayBuffer(0))})}};qt.serializers=Object.assign(Object.assign({},U.serializers),{value:{serialize:t=>new DataView(t.buffer.slice(0))}});var ws=class extends P{render(){super.render(),this.luminoWidget.addClass("jupyter-widgets"),this.luminoWidget.addClass("widget-image"),this.update()}update(){let e,i=this.model.get("format"),s=this.model.get("value");if(i!=="url"){let b=new Blob([s],{type:`video/${this.model.get("format")}`});e=URL.createObjectURL(b)}else e=new TextDecoder("utf-8").decode(s.buffer);let a=this.el.src;this.el.src=e,a&&URL.revokeObjectURL(a);let u=this.model.get("width");u!==void 0&&u.length>0?this.el.setAttribute("width",u):this.el.removeAttribute("width");let p=this.model.get("height");return p!==void 0&&p.length>0?this.el.setAttribute("height",p):this.el.removeAttribute("height"),this.el.loop=this.model.get("loop"),this.el.autoplay=this.model.get("autoplay"),this.el.controls=this.model.get("controls"),super.update()}remove(){this.el.src&&URL.revokeObjectURL(this.el.src),super.remove()}preinitialize(){this.tagName="video"}};var Kt=class extends U{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"AudioModel",_view_name:"AudioView",format:"mp3",autoplay:!0,loop:!0,controls:!0,value:new DataView(new ArrayBuffer(0))})}};Kt.serializers=Object.assign(Object.assign({},U.serializers),{value:{serialize:t=>new DataView(t.buffer.slice(0))}});var vs=class extends P{render(){super.render(),this.luminoWidget.addClass("jupyter-widgets"),this.update()}update(){let e,i=this.model.get("format"),s=this.model.get("value");if(i!=="url"){let u=new Blob([s],{type:`audio/${this.model.get("format")}`});e=URL.createObjectURL(u)}else e=new TextDecoder("utf-8").decode(s.buffer);let a=this.el.src;return this.el.src=e,a&&URL.revokeObjectURL(a),this.el.loop=this.model.get("loop"),this.el.autoplay=this.model.get("autoplay"),this.el.controls=this.model.get("controls"),super.update()}remove(){this.el.src&&URL.revokeObjectURL(this.el.src),super.remove()}preinitialize(){this.tagName="audio"}};var ha={aliceblue:"#f0f8ff",antiquewhite:"#faebd7",aqua:"#00ffff",aquamarine:"#7fffd4",azure:"#f0ffff",beige:"#f5f5dc",bisque:"#ffe4c4",black:"#000000",blanchedalmond:"#ffebcd",blue:"#0000ff",blueviolet:"#8a2be2",brown:"#a52a2a",burlywood:"#deb887",cadetblue:"#5f9ea0",chartreuse:"#7fff00",chocolate:"#d2691e",coral:"#ff7f50",cornflowerblue:"#6495ed",cornsilk:"#fff8dc",crimson:"#dc143c",cyan:"#00ffff",darkblue:"#00008b",darkcyan:"#008b8b",darkgoldenrod:"#b8860b",darkgray:"#a9a9a9",darkgrey:"#a9a9a9",darkgreen:"#006400",darkkhaki:"#bdb76b",darkmagenta:"#8b008b",darkolivegreen:"#556b2f",darkorange:"#ff8c00",darkorchid:"#9932cc",darkred:"#8b0000",darksalmon:"#e9967a",darkseagreen:"#8fbc8f",darkslateblue:"#483d8b",darkslategray:"#2f4f4f",darkslategrey:"#2f4f4f",darkturquoise:"#00ced1",darkviolet:"#9400d3",deeppink:"#ff1493",deepskyblue:"#00bfff",dimgray:"#696969",dimgrey:"#696969",dodgerblue:"#1e90ff",firebrick:"#b22222",floralwhite:"#fffaf0",forestgreen:"#228b22",fuchsia:"#ff00ff",gainsboro:"#dcdcdc",ghostwhite:"#f8f8ff",gold:"#ffd700",goldenrod:"#daa520",gray:"#808080",grey:"#808080",green:"#008000",greenyellow:"#adff2f",honeydew:"#f0fff0",hotpink:"#ff69b4",indianred:"#cd5c5c",indigo:"#4b0082",ivory:"#fffff0",khaki:"#f0e68c",lavender:"#e6e6fa",lavenderblush:"#fff0f5",lawngreen:"#7cfc00",lemonchiffon:"#fffacd",lightblue:"#add8e6",lightcoral:"#f08080",lightcyan:"#e0ffff",lightgoldenrodyellow:"#fafad2",lightgreen:"#90ee90",lightgray:"#d3d3d3",lightgrey:"#d3d3d3",lightpink:"#ffb6c1",lightsalmon:"#ffa07a",lightseagreen:"#20b2aa",lightskyblue:"#87cefa",lightslategray:"#778899",lightslategrey:"#778899",lightsteelblue:"#b0c4de",lightyellow:"#ffffe0",lime:"#00ff00",limegreen:"#32cd32",linen:"#faf0e6",magenta:"#ff00ff",maroon:"#800000",mediumaquamarine:"#66cdaa",mediumblue:"#0000cd",mediumorchid:"#ba55d3",mediumpurple:"#9370db",mediumseagreen:"#3cb371",mediumslateblue:"#7b68ee",mediumspringgreen:"#00fa9a",mediumturquoise:"#48d1cc",mediumvioletred:"#c71585",midnightblue:"#191970",mintcream:"#f5fffa",mistyrose:"#ffe4e1",moccasin:"#ffe4b5",navajowhite:"#ffdead",navy:"#000080",oldlace:"#fdf5e6",olive:"#808000",olivedrab:"#6b8e23",orange:"#ffa500",orangered:"#ff4500",orchid:"#da70d6",palegoldenrod:"#eee8aa",palegreen:"#98fb98",paleturquoise:"#afeeee",palevioletred:"#db7093",papayawhip:"#ffefd5",peachpuff:"#ffdab9",peru:"#cd853f",pink:"#ffc0cb",plum:"#dda0dd",powderblue:"#b0e0e6",purple:"#800080",red:"#ff0000",rosybrown:"#bc8f8f",royalblue:"#4169e1",saddlebrown:"#8b4513",salmon:"#fa8072",sandybrown:"#f4a460",seagreen:"#2e8b57",seashell:"#fff5ee",sienna:"#a0522d",silver:"#c0c0c0",skyblue:"#87ceeb",slateblue:"#6a5acd",slategray:"#708090",slategrey:"#708090",snow:"#fffafa",springgreen:"#00ff7f",steelblue:"#4682b4",tan:"#d2b48c",teal:"#008080",thistle:"#d8bfd8",tomato:"#ff6347",turquoise:"#40e0d0",violet:"#ee82ee",wheat:"#f5deb3",white:"#ffffff",whitesmoke:"#f5f5f5",yellow:"#ffff00",yellowgreen:"#9acd32"},xs=class extends M{defaults(){return Object.assign(Object.assign({},super.defaults()),{value:"black",concise:!1,_model_name:"ColorPickerModel",_view_name:"ColorPickerView"})}},_s=class extends O{render(){super.render(),this.el.classList.add("jupyter-widgets"),this.el.classList.add("widget-inline-hbox"),this.el.classList.add("widget-colorpicker"),this._color_container=document.createElement("div"),this._color_container.className="widget-inline-hbox widget-colorpicker-input",this.el.appendChild(this._color_container),this._textbox=document.createElement("input"),this._textbox.setAttribute("type","text"),this._textbox.id=this.label.htmlFor=B(),this._color_container.appendChild(this._textbox),this._textbox.value=this.model.get("value"),this._colorpicker=document.createElement("input"),this._colorpicker.setAttribute("type","color"),this._color_container.appendChild(this._colorpicker),this.listenTo(this.model,"change:value",this._update_value),this.listenTo(this.model,"change:concise",this._update_concise),this._update_concise(),this._update_value(),this.update()}update(e){if(e===void 0||e.updated_view!=this){let i=this.model.get("disabled");this._textbox.disabled=i,this._colorpicker.disabled=i}return super.update()}events(){return this._picker_change,this._text_change,{'change [type="color"]':"_picker_change",'change [type="text"]':"_text_change"}}_update_value(){let e=this.model.get("value");this._colorpicker.value=so(e),this._textbox.value=e}_update_concise(){this.model.get("concise")?(this.el.classList.add("concise"),this._textbox.style.display="none"):(this.el.classList.remove("concise"),this._textbox.style.display="")}_picker_change(){this.model.set("value",this._colorpicker.value),this.touch()}_text_change(){let e=this._validate_color(this._textbox.value,this.model.get("value"));this.model.set("value",e),this.touch()}_validate_color(e,i){return e.match(/#[a-fA-F0-9]{3}(?:[a-fA-F0-9]{3})?$/)||ha[e.toLowerCase()]?e:i}};function so(t){return ha[t.toLowerCase()]||ro(t)}function ro(t){return t.length===7?t:"#"+t.charAt(1)+t.charAt(1)+t.charAt(2)+t.charAt(2)+t.charAt(3)+t.charAt(3)}function pa(t){return t===null?null:{year:t.getUTCFullYear(),month:t.getUTCMonth(),date:t.getUTCDate()}}function ga(t){if(t===null)return null;{let e=new Date;return e.setUTCFullYear(t.year,t.month,t.date),e.setUTCHours(0,0,0,0),e}}var Gt=class extends M{defaults(){return Object.assign(Object.assign({},super.defaults()),{value:null,_model_name:"DatePickerModel",_view_name:"DatePickerView"})}};Gt.serializers=Object.assign(Object.assign({},M.serializers),{value:{serialize:pa,deserialize:ga}});var ys=class extends O{render(){super.render(),this.el.classList.add("jupyter-widgets"),this.el.classList.add("widget-inline-hbox"),this.el.classList.add("widget-datepicker"),this._datepicker=document.createElement("input"),this._datepicker.setAttribute("type","date"),this._datepicker.id=this.label.htmlFor=B(),this.el.appendChild(this._datepicker),this.listenTo(this.model,"change:value",this._update_value),this._update_value(),this.update()}update(e){return(e===void 0||e.updated_view!==this)&&(this._datepicker.disabled=this.model.get("disabled")),super.update()}events(){return this._picker_change,this._picker_focusout,{'change [type="date"]':"_picker_change",'focusout [type="date"]':"_picker_focusout"}}_update_value(){let e=this.model.get("value");this._datepicker.valueAsDate=e}_picker_change(){this._datepicker.validity.badInput||(this.model.set("value",this._datepicker.valueAsDate),this.touch())}_picker_focusout(){this._datepicker.validity.badInput&&(this.model.set("value",null),this.touch())}};var ao=/(\d\d):(\d\d)(:(\d\d)(.(\d{1,3})\d*)?)?/;function Jt(t){if(t===null)return null;{let e=ao.exec(t);return e===null?null:{hours:Math.min(23,parseInt(e[1],10)),minutes:Math.min(59,parseInt(e[2],10)),seconds:e[4]?Math.min(59,parseInt(e[4],10)):0,milliseconds:e[6]?parseInt(e[6],10):0}}}function fa(t){if(t===null)return null;{let e=[`${t.hours.toString().padStart(2,"0")}:${t.minutes.toString().padStart(2,"0")}`];return(t.seconds>0||t.milliseconds>0)&&(e.push(`:${t.seconds.toString().padStart(2,"0")}`),t.milliseconds>0&&e.push(`.${t.milliseconds.toString().padStart(3,"0")}`)),e.join("")}}var Yt={serialize:Jt,deserialize:fa},et=class t extends M{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:t.model_name,_view_name:t.view_name,value:null,disabled:!1,min:null,max:null,step:60})}};et.serializers=Object.assign(Object.assign({},M.serializers),{value:Yt,min:Yt,max:Yt});et.model_name="TimeModel";et.view_name="TimeView";var js=class extends O{render(){super.render(),this.el.classList.add("jupyter-widgets"),this.el.classList.add("widget-inline-hbox"),this.el.classList.add("widget-timepicker"),this._timepicker=document.createElement("input"),this._timepicker.setAttribute("type","time"),this._timepicker.id=this.label.htmlFor=B(),this.el.appendChild(this._timepicker),this.listenTo(this.model,"change:value",this._update_value),this.listenTo(this.model,"change",this.update2),this._update_value(),this.update2()}update2(e,i){return(i===void 0||i.updated_view!==this)&&(this._timepicker.disabled=this.model.get("disabled"),this._timepicker.min=this.model.get("min"),this._timepicker.max=this.model.get("max"),this._timepicker.step=this.model.get("step")),super.update()}events(){return this._picker_change,this._picker_focusout,{'change [type="time"]':"_picker_change",'focusout [type="time"]':"_picker_focusout"}}_update_value(e,i,s){(s===void 0||s.updated_view!==this)&&(this._timepicker.value=this.model.get("value"))}_picker_change(){this._timepicker.validity.badInput||(this.model.set("value",this._timepicker.value,{updated_view:this}),this.touch())}_picker_focusout(){this._timepicker.validity.badInput&&(this.model.set("value",null,{updated_view:this}),this.touch())}};function ma(t){return t===null?null:{year:t.getUTCFullYear(),month:t.getUTCMonth(),date:t.getUTCDate(),hours:t.getUTCHours(),minutes:t.getUTCMinutes(),seconds:t.getUTCSeconds(),milliseconds:t.getUTCMilliseconds()}}function ba(t){if(t===null)return null;{let e=new Date;return e.setUTCFullYear(t.year,t.month,t.date),e.setUTCHours(t.hours,t.minutes,t.seconds,t.milliseconds),e}}var Zt={serialize:ma,deserialize:ba},pt=class extends M{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"DatetimeModel",_view_name:"DatetimeView",value:null,disabled:!1,min:null,max:null})}};pt.serializers=Object.assign(Object.assign({},M.serializers),{value:Zt,min:Zt,max:Zt});var Es=class extends O{render(){super.render(),this.el.classList.add("jupyter-widgets"),this.el.classList.add("widget-inline-hbox"),this.el.classList.add("widget-datetimepicker");let e=document.createElement("input");e.type="datetime-local",e.type==="text"?(this._datepicker=document.createElement("input"),this._datepicker.setAttribute("type","date"),this._datepicker.id=this.label.htmlFor=B(),this._timepicker=document.createElement("input"),this._timepicker.setAttribute("type","time"),this._timepicker.id=B(),this.el.appendChild(this._datepicker),this.el.appendChild(this._timepicker)):(this._datetimepicker=e,this._datetimepicker.id=this.label.htmlFor=B(),this.el.appendChild(this._datetimepicker)),this.listenTo(this.model,"change:value",this._update_value),this.listenTo(this.model,"change",this.update2),this._update_value(),this.update2()}update2(e,i){if(i===void 0||i.updated_view!==this){let s=this.model.get("min"),a=this.model.get("max");this._datetimepicker?(this._datetimepicker.disabled=this.model.get("disabled"),this._datetimepicker.min=Ae.dt_as_dt_string(s),this._datetimepicker.max=Ae.dt_as_dt_string(a)):(this._datepicker.disabled=this.model.get("disabled"),this._datepicker.min=Ae.dt_as_date_string(s),this._datepicker.max=Ae.dt_as_date_string(a),this._timepicker.disabled=this.model.get("disabled"))}}events(){return this._picker_change,this._picker_focusout,{'change [type="date"]':"_picker_change",'change [type="time"]':"_picker_change",'change [type="datetime-local"]':"_picker_change",'focusout [type="date"]':"_picker_focusout",'focusout [type="datetime-local"]':"_picker_focusout",'focusout [type="time"]':"_picker_focusout"}}_update_value(e,i,s){if(s===void 0||s.updated_view!==this){let a=this.model.get("value");this._datetimepicker?this._datetimepicker.value=Ae.dt_as_dt_string(a):(this._datepicker.valueAsDate=a,this._timepicker.value=Ae.dt_as_time_string(a))}}_picker_change(){if(this._datetimepicker){if(!this._datetimepicker.validity.badInput){let e=this._datetimepicker.value,i=e?new Date(e):null;i&&isNaN(i.valueOf())&&(i=null),this.model.set("value",i,{updated_view:this}),this.touch()}}else if(!this._datepicker.validity.badInput&&!this._timepicker.validity.badInput){let e=this._datepicker.valueAsDate,i=Jt(this._timepicker.value);e!==null&&i!==null&&e.setHours(i.hours,i.minutes,i.seconds,i.milliseconds),this.model.set("value",i!==null&&e,{updated_view:this}),this.touch()}}_picker_focusout(){[this._datetimepicker,this._datepicker,this._timepicker].some(i=>i&&i.validity.badInput)&&(this.model.set("value",null),this.touch())}},Ae;(function(t){function e(a){if(a===null)return"";let u=[];return u.push(`${a.getFullYear().toString().padStart(4,"0")}`),u.push(`-${(a.getMonth()+1).toString().padStart(2,"0")}`),u.push(`-${a.getDate().toString().padStart(2,"0")}`),u.push(`T${a.getHours().toString().padStart(2,"0")}`),u.push(`:${a.getMinutes().toString().padStart(2,"0")}`),(a.getSeconds()>0||a.getMilliseconds()>0)&&(u.push(`:${a.getSeconds().toString().padStart(2,"0")}`),a.getMilliseconds()>0&&u.push(`.${a.getMilliseconds().toString().padStart(3,"0")}`)),u.join("")}t.dt_as_dt_string=e;function i(a){return a?e(a).split("T",2)[0]:""}t.dt_as_date_string=i;function s(a){return a?e(a).split("T",2)[1]:""}t.dt_as_time_string=s})(Ae||(Ae={}));function wa(t){return t===null?null:{year:t.getFullYear(),month:t.getMonth(),date:t.getDate(),hours:t.getHours(),minutes:t.getMinutes(),seconds:t.getSeconds(),milliseconds:t.getMilliseconds()}}function va(t){if(t===null)return null;{let e=new Date;return e.setFullYear(t.year,t.month,t.date),e.setHours(t.hours,t.minutes,t.seconds,t.milliseconds),e}}var Xt={serialize:wa,deserialize:va},Qt=class extends pt{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"NaiveDatetimeModel"})}};Qt.serializers=Object.assign(Object.assign({},M.serializers),{value:Xt,min:Xt,max:Xt});function no(t){return Math.abs(t=Math.round(t))>=1e21?t.toLocaleString("en").replace(/,/g,""):t.toString(10)}function ti(t,e){if(!isFinite(t)||t===0)return null;var i=(t=e?t.toExponential(e-1):t.toExponential()).indexOf("e"),s=t.slice(0,i);return[s.length>1?s[0]+s.slice(2):s,+t.slice(i+1)]}function oo(t){return t=ti(Math.abs(t)),t?t[1]:NaN}function lo(t,e){return function(i,s){for(var a=i.length,u=[],p=0,b=t[0],E=0;a>0&&b>0&&(E+b+1>s&&(b=Math.max(1,s-E)),u.push(i.substring(a-=b,a+b)),!((E+=b+1)>s));)b=t[p=(p+1)%t.length];return u.reverse().join(e)}}function uo(t){return function(e){return e.replace(/[0-9]/g,function(i){return t[+i]})}}var co=/^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;function Cs(t){if(!(e=co.exec(t)))throw new Error("invalid format: "+t);var e;return new Ds({fill:e[1],align:e[2],sign:e[3],symbol:e[4],zero:e[5],width:e[6],comma:e[7],precision:e[8]&&e[8].slice(1),trim:e[9],type:e[10]})}Cs.prototype=Ds.prototype;function Ds(t){this.fill=t.fill===void 0?" ":t.fill+"",this.align=t.align===void 0?">":t.align+"",this.sign=t.sign===void 0?"-":t.sign+"",this.symbol=t.symbol===void 0?"":t.symbol+"",this.zero=!!t.zero,this.width=t.width===void 0?void 0:+t.width,this.comma=!!t.comma,this.precision=t.precision===void 0?void 0:+t.precision,this.trim=!!t.trim,this.type=t.type===void 0?"":t.type+""}Ds.prototype.toString=function(){return this.fill+this.align+this.sign+this.symbol+(this.zero?"0":"")+(this.width===void 0?"":Math.max(1,this.width|0))+(this.comma?",":"")+(this.precision===void 0?"":"."+Math.max(0,this.precision|0))+(this.trim?"~":"")+this.type};function ho(t){e:for(var e=t.length,i=1,s=-1,a;i<e;++i)switch(t[i]){case".":s=a=i;break;case"0":s===0&&(s=i),a=i;break;default:if(!+t[i])break e;s>0&&(s=0);break}return s>0?t.slice(0,s)+t.slice(a+1):t}var ii;function po(t,e){var i=ti(t,e);if(!i)return ii=void 0,t.toPrecision(e);var s=i[0],a=i[1],u=a-(ii=Math.max(-8,Math.min(8,Math.floor(a/3)))*3)+1,p=s.length;return u===p?s:u>p?s+new Array(u-p+1).join("0"):u>0?s.slice(0,u)+"."+s.slice(u):"0."+new Array(1-u).join("0")+ti(t,Math.max(0,e+u-1))[0]}function xa(t,e){var i=ti(t,e);if(!i)return t+"";var s=i[0],a=i[1];return a<0?"0."+new Array(-a).join("0")+s:s.length>a+1?s.slice(0,a+1)+"."+s.slice(a+1):s+new Array(a-s.length+2).join("0")}var _a={"%":(t,e)=>(t*100).toFixed(e),b:t=>Math.round(t).toString(2),c:t=>t+"",d:no,e:(t,e)=>t.toExponential(e),f:(t,e)=>t.toFixed(e),g:(t,e)=>t.toPrecision(e),o:t=>Math.round(t).toString(8),p:(t,e)=>xa(t*100,e),r:xa,s:po,X:t=>Math.round(t).toString(16).toUpperCase(),x:t=>Math.round(t).toString(16)};function ya(t){return t}var ja=Array.prototype.map,Ea=["y","z","a","f","p","n","µ","m","","k","M","G","T","P","E","Z","Y"];function go(t){var e=t.grouping===void 0||t.thousands===void 0?ya:lo(ja.call(t.grouping,Number),t.thousands+""),i=t.currency===void 0?"":t.currency[0]+"",s=t.currency===void 0?"":t.currency[1]+"",a=t.decimal===void 0?".":t.decimal+"",u=t.numerals===void 0?ya:uo(ja.call(t.numerals,String)),p=t.percent===void 0?"%":t.percent+"",b=t.minus===void 0?"−":t.minus+"",E=t.nan===void 0?"NaN":t.nan+"";function H(_,L){_=Cs(_);var se=_.fill,R=_.align,J=_.sign,$=_.symbol,Le=_.zero,nt=_.width,ot=_.comma,fe=_.precision,Ke=_.trim,X=_.type;X==="n"?(ot=!0,X="g"):_a[X]||(fe===void 0&&(fe=12),Ke=!0,X="g"),(Le||se==="0"&&R==="=")&&(Le=!0,se="0",R="=");var Li=(L&&L.prefix!==void 0?L.prefix:"")+($==="$"?i:$==="#"&&/[boxX]/.test(X)?"0"+X.toLowerCase():""),zi=($==="$"?s:/[%p]/.test(X)?p:"")+(L&&L.suffix!==void 0?L.suffix:""),Ce=_a[X],Mi=/[defgprs%]/.test(X);fe=fe===void 0?6:/[gprs]/.test(X)?Math.max(1,Math.min(21,fe)):Math.max(0,Math.min(20,fe));function St(D){var ce=Li,te=zi,he,ne,Ge;if(X==="c")te=Ce(D)+te,D="";else{D=+D;var Ye=D<0||1/D<0;if(D=isNaN(D)?E:Ce(Math.abs(D),fe),Ke&&(D=ho(D)),Ye&&+D==0&&J!=="+"&&(Ye=!1),ce=(Ye?J==="("?J:b:J==="-"||J==="("?"":J)+ce,te=(X==="s"&&!isNaN(D)&&ii!==void 0?Ea[8+ii/3]:"")+te+(Ye&&J==="("?")":""),Mi){for(he=-1,ne=D.length;++he<ne;)if(Ge=D.charCodeAt(he),48>Ge||Ge>57){te=(Ge===46?a+D.slice(he+1):D.slice(he))+te,D=D.slice(0,he);break}}}ot&&!Le&&(D=e(D,1/0));var Je=ce.length+D.length+te.length,oe=Je<nt?new Array(nt-Je+1).join(se):"";switch(ot&&Le&&(D=e(oe+D,oe.length?nt-te.length:1/0),oe=""),R){case"<":D=ce+D+te+oe;break;case"=":D=ce+oe+D+te;break;case"^":D=oe.slice(0,Je=oe.length>>1)+ce+D+te+oe.slice(Je);break;default:D=oe+ce+D+te;break}return u(D)}return St.toString=function(){return _+""},St}function Ue(_,L){var se=Math.max(-8,Math.min(8,Math.floor(oo(L)/3)))*3,R=Math.pow(10,-se),J=H((_=Cs(_),_.type="f",_),{suffix:Ea[8+se/3]});return function($){return J(R*$)}}return{format:H,formatPrefix:Ue}}var ei,_e,fo;mo({thousands:",",grouping:[3],currency:["$",""]});function mo(t){return ei=go(t),_e=ei.format,fo=ei.formatPrefix,ei}var Da=de(ri()),gt=class extends M{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"IntModel",value:0})}},Be=class extends gt{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"BoundedIntModel",max:100,min:0})}},ai=class extends V{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"SliderStyleModel"})}};ai.styleProperties=Object.assign(Object.assign({},V.styleProperties),{handle_color:{selector:".noUi-handle",attribute:"background-color",default:null}});var ni=class extends Be{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"IntSliderModel",_view_name:"IntSliderView",step:1,orientation:"horizontal",readout:!0,readout_format:"d",continuous_update:!0,style:null,disabled:!1})}initialize(e,i){super.initialize(e,i),this.on("change:readout_format",this.update_readout_format,this),this.update_readout_format()}update_readout_format(){this.readout_formatter=_e(this.get("readout_format"))}},Ts=class extends ni{},Ve=class extends O{constructor(){super(...arguments),this._parse_value=parseInt}render(){super.render(),this.el.classList.add("jupyter-widgets"),this.el.classList.add("widget-inline-hbox"),this.el.classList.add("widget-slider"),this.el.classList.add("widget-hslider"),this.$slider=document.createElement("div"),this.$slider.classList.add("slider"),this.slider_container=document.createElement("div"),this.slider_container.classList.add("slider-container"),this.slider_container.appendChild(this.$slider),this.el.appendChild(this.slider_container),this.readout=document.createElement("div"),this.el.appendChild(this.readout),this.readout.classList.add("widget-readout"),this.readout.contentEditable="true",this.readout.style.display="none",this.createSlider(),this.model.on("change:orientation",this.regenSlider,this),this.model.on("change:max",this.updateSliderOptions,this),this.model.on("change:min",this.updateSliderOptions,this),this.model.on("change:step",this.updateSliderOptions,this),this.model.on("change:value",this.updateSliderValue,this),this.update()}update(e){return(e===void 0||e.updated_view!==this)&&(this.model.get("disabled")?(this.readout.contentEditable="false",this.$slider.setAttribute("disabled",!0)):(this.readout.contentEditable="true",this.$slider.removeAttribute("disabled")),this.model.get("orientation")==="vertical"?(this.el.classList.remove("widget-hslider"),this.el.classList.add("widget-vslider"),this.el.classList.remove("widget-inline-hbox"),this.el.classList.add("widget-inline-vbox")):(this.el.classList.remove("widget-vslider"),this.el.classList.add("widget-hslider"),this.el.classList.remove("widget-inline-vbox"),this.el.classList.add("widget-inline-hbox")),this.model.get("readout")?(this.readout.style.display="",this.displayed.then(()=>{this.readout_overflow()?this.readout.classList.add("overflow"):this.readout.classList.remove("overflow")})):this.readout.style.display="none"),super.update()}readout_overflow(){return this.readout.scrollWidth>this.readout.clientWidth}events(){return{"blur [contentEditable=true]":"handleTextChange","keydown [contentEditable=true]":"handleKeyDown"}}handleKeyDown(e){e.keyCode===13&&(e.preventDefault(),this.handleTextChange())}createSlider(){let e=this.model.get("orientation"),i=this.model.get("behavior");Da.default.create(this.$slider,{start:this.model.get("value"),connect:!0,behaviour:i,range:{min:this.model.get("min"),max:this.model.get("max")},step:this.model.get("step"),animate:!1,orientation:e,direction:e==="horizontal"?"ltr":"rtl",format:{from:s=>Number(s),to:s=>this._validate_slide_value(s)}}),this.$slider.noUiSlider.on("update",(s,a)=>{this.handleSliderUpdateEvent(s,a)}),this.$slider.noUiSlider.on("change",(s,a)=>{this.handleSliderChangeEvent(s,a)})}regenSlider(e){this.$slider.noUiSlider.destroy(),this.createSlider()}_validate_slide_value(e){return Math.round(e)}},ft=class extends Ve{constructor(){super(...arguments),this._range_regex=/^\s*([+-]?\d+)\s*[-:–]\s*([+-]?\d+)/}update(e){super.update(e);let i=this.model.get("value");this.readout.textContent=this.valueToString(i),this.model.get("value")!==i&&(this.model.set("value",i,{updated_view:this}),this.touch())}valueToString(e){let i=this.model.readout_formatter;return e.map(function(s){return i(s)}).join(" – ")}stringToValue(e){if(e===null)return null;let i=this._range_regex.exec(e);return i?[this._parse_value(i[1]),this._parse_value(i[2])]:null}handleTextChange(){let e=this.stringToValue(this.readout.textContent),i=this.model.get("min"),s=this.model.get("max");e===null||isNaN(e[0])||isNaN(e[1])||e[0]>e[1]?this.readout.textContent=this.valueToString(this.model.get("value")):(e=[Math.max(Math.min(e[0],s),i),Math.max(Math.min(e[1],s),i)],e[0]!==this.model.get("value")[0]||e[1]!==this.model.get("value")[1]?(this.readout.textContent=this.valueToString(e),this.model.set("value",e),this.touch()):this.readout.textContent=this.valueToString(this.model.get("value")))}handleSliderChangeEvent(e,i){let s=e.map(this._validate_slide_value);this.readout.textContent=this.valueToString(s),this.handleSliderChanged(e,i)}handleSliderUpdateEvent(e,i){let s=e.map(this._validate_slide_value);this.readout.textContent=this.valueToString(s),this.model.get("continuous_update")&&this.handleSliderChanged(e,i)}handleSliderChanged(e,i){let s=e.map(this._validate_slide_value);this.model.set("value",s,{updated_view:this}),this.touch()}updateSliderOptions(e){this.$slider.noUiSlider.updateOptions({start:this.model.get("value"),range:{min:this.model.get("min"),max:this.model.get("max")},step:this.model.get("step")})}updateSliderValue(e,i,s){if(s.updated_view===this)return;let a=this.$slider.noUiSlider.get(),u=this.model.get("value");(a[0]!==u[0]||a[1]!==u[1])&&this.$slider.noUiSlider.set(u)}},mt=class extends Ve{update(e){super.update(e);let i=this.model.get("min"),s=this.model.get("max"),a=this.model.get("value");a>s?a=s:a<i&&(a=i),this.readout.textContent=this.valueToString(a),this.model.get("value")!==a&&(this.model.set("value",a,{updated_view:this}),this.touch())}valueToString(e){let i=this.model.readout_formatter;return i(e)}stringToValue(e){return this._parse_value(e)}handleTextChange(){var e;let i=this.stringToValue((e=this.readout.textContent)!==null&&e!==void 0?e:""),s=this.model.get("min"),a=this.model.get("max");isNaN(i)?this.readout.textContent=this.valueToString(this.model.get("value")):(i=Math.max(Math.min(i,a),s),i!==this.model.get("value")?(this.readout.textContent=this.valueToString(i),this.model.set("value",i),this.touch()):this.readout.textContent=this.valueToString(this.model.get("value")))}handleSliderChangeEvent(e,i){let s=e.map(this._validate_slide_value);this.readout.textContent=this.valueToString(s),this.handleSliderChanged(e,i)}handleSliderUpdateEvent(e,i){let s=e.map(this._validate_slide_value);this.readout.textContent=this.valueToString(s),this.model.get("continuous_update")&&this.handleSliderChanged(e,i)}handleSliderChanged(e,i){let s=this._validate_slide_value(e[i]),a=this.model.get("value");parseFloat(a)!==s&&(this.model.set("value",s,{updated_view:this}),this.touch())}updateSliderOptions(e){this.$slider.noUiSlider.updateOptions({start:this.model.get("value"),range:{min:this.model.get("min"),max:this.model.get("max")},step:this.model.get("step")})}updateSliderValue(e,i,s){if(s.updated_view===this)return;let a=this.$slider.noUiSlider.get(),u=this.model.get("value");a!==u&&this.$slider.noUiSlider.set(u)}},ks=class extends gt{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"IntTextModel",_view_name:"IntTextView",disabled:!1,continuous_update:!1})}},Ss=class extends Be{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"BoundedIntTextModel",_view_name:"IntTextView",disabled:!1,continuous_update:!1,step:1})}},bt=class extends O{constructor(){super(...arguments),this._parse_value=parseInt,this._default_step="1"}render(){super.render(),this.el.classList.add("jupyter-widgets"),this.el.classList.add("widget-inline-hbox"),this.el.classList.add("widget-text"),this.textbox=document.createElement("input"),this.textbox.type="number",this.textbox.required=!0,this.textbox.id=this.label.htmlFor=B(),this.el.appendChild(this.textbox),this.update()}update(e){if(e===void 0||e.updated_view!==this){let i=this.model.get("value");this._parse_value(this.textbox.value)!==i&&(this.textbox.value=i.toString()),this.model.get("min")!==void 0&&(this.textbox.min=this.model.get("min")),this.model.get("max")!==void 0&&(this.textbox.max=this.model.get("max")),this.model.get("step")!==void 0&&this.model.get("step")!==null?this.textbox.step=this.model.get("step"):this.textbox.step=this._default_step,this.textbox.disabled=this.model.get("disabled")}return super.update()}events(){return{"keydown input":"handleKeyDown","keypress input":"handleKeypress","keyup input":"handleKeyUp","input input":"handleChanging","change input":"handleChanged"}}handleKeyDown(e){e.stopPropagation()}handleKeypress(e){/[e,. ]/.test(String.fromCharCode(e.keyCode))&&e.preventDefault()}handleKeyUp(e){if(e.altKey||e.ctrlKey)return;let i=e.target,s=i.value;if(s=s.replace(/[e,.\s]/g,""),s.length>=1){let a=s.substr(1);s=s[0]+a.replace(/[+-]/g,"")}i.value!==s&&(e.preventDefault(),i.value=s)}handleChanging(e){let s=e.target.value.trim();s===""||["-","-.",".","+.","+"].indexOf(s)>=0||this.model.get("continuous_update")&&this.handleChanged(e)}handleChanged(e){let i=e.target,s=this._parse_value(i.value);if(isNaN(s))i.value=this.model.get("value");else{let a=s;this.model.get("max")!==void 0&&(a=Math.min(this.model.get("max"),a)),this.model.get("min")!==void 0&&(a=Math.max(this.model.get("min"),a)),a!==s&&(i.value=a,s=a),s!==this.model.get("value")&&(this.model.set("value",s,{updated_view:this}),this.touch())}}},oi=class extends V{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"ProgressStyleModel"})}};oi.styleProperties=Object.assign(Object.assign({},V.styleProperties),{bar_color:{selector:".progress-bar",attribute:"background-color",default:null}});var As=class extends Be{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"IntProgressModel",_view_name:"ProgressView",orientation:"horizontal",bar_style:"",style:null})}},li=class t extends O{initialize(e){super.initialize(e),this.listenTo(this.model,"change:bar_style",this.update_bar_style),this.luminoWidget.addClass("jupyter-widgets")}render(){super.render();let i=this.model.get("orientation")==="horizontal"?"widget-hprogress":"widget-vprogress";this.el.classList.add(i),this.progress=document.createElement("div"),this.progress.classList.add("progress"),this.progress.style.position="relative",this.el.appendChild(this.progress),this.bar=document.createElement("div"),this.bar.classList.add("progress-bar"),this.bar.style.position="absolute",this.bar.style.bottom="0px",this.bar.style.left="0px",this.progress.appendChild(this.bar),this.update(),this.set_bar_style()}update(){let e=this.model.get("value"),i=this.model.get("max"),s=this.model.get("min"),a=this.model.get("orientation"),u=100*(e-s)/(i-s);return a==="horizontal"?(this.el.classList.remove("widget-inline-vbox"),this.el.classList.remove("widget-vprogress"),this.el.classList.add("widget-inline-hbox"),this.el.classList.add("widget-hprogress"),this.bar.style.width=u+"%",this.bar.style.height="100%"):(this.el.classList.remove("widget-inline-hbox"),this.el.classList.remove("widget-hprogress"),this.el.classList.add("widget-inline-vbox"),this.el.classList.add("widget-vprogress"),this.bar.style.width="100%",this.bar.style.height=u+"%"),super.update()}update_bar_style(){this.update_mapped_classes(t.class_map,"bar_style",this.bar)}set_bar_style(){this.set_mapped_classes(t.class_map,"bar_style",this.bar)}};li.class_map={success:["progress-bar-success"],info:["progress-bar-info"],warning:["progress-bar-warning"],danger:["progress-bar-danger"]};var Ps=class extends Be{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"PlayModel",_view_name:"PlayView",repeat:!1,playing:!1,show_repeat:!0,interval:100,step:1,disabled:!1})}initialize(e,i){super.initialize(e,i)}loop(){if(!this.get("playing"))return;let e=this.get("value")+this.get("step");e<=this.get("max")?(this.set("value",e),this.schedule_next()):this.get("repeat")?(this.set("value",this.get("min")),this.schedule_next()):this.pause(),this.save_changes()}schedule_next(){this._timerId=window.setTimeout(this.loop.bind(this),this.get("interval"))}stop(){this.pause(),this.set("value",this.get("min")),this.save_changes()}pause(){window.clearTimeout(this._timerId),this._timerId=void 0,this.set("playing",!1),this.save_changes()}animate(){this._timerId===void 0&&(this.get("value")===this.get("max")?(this.set("value",this.get("min")),this.schedule_next(),this.save_changes()):this.loop(),this.save_changes())}play(){this.set("playing",!this.get("playing")),this.save_changes()}repeat(){this.set("repeat",!this.get("repeat")),this.save_changes()}},Rs=class extends P{render(){super.render(),this.el.classList.add("jupyter-widgets"),this.el.classList.add("widget-inline-hbox"),this.el.classList.add("widget-play"),this.playPauseButton=document.createElement("button"),this.stopButton=document.createElement("button"),this.repeatButton=document.createElement("button"),this.playPauseButton.className="jupyter-button",this.stopButton.className="jupyter-button",this.repeatButton.className="jupyter-button",this.el.appendChild(this.playPauseButton),this.el.appendChild(this.stopButton),this.el.appendChild(this.repeatButton);let e=document.createElement("i");e.className="fa fa-play",this.playPauseButton.appendChild(e);let i=document.createElement("i");i.className="fa fa-stop",this.stopButton.appendChild(i);let s=document.createElement("i");s.className="fa fa-retweet",this.repeatButton.appendChild(s),this.playPauseButton.onclick=this.model.play.bind(this.model),this.stopButton.onclick=this.model.stop.bind(this.model),this.repeatButton.onclick=this.model.repeat.bind(this.model),this.listenTo(this.model,"change:playing",this.onPlayingChanged),this.listenTo(this.model,"change:repeat",this.updateRepeat),this.listenTo(this.model,"change:show_repeat",this.updateRepeat),this.updatePlaying(),this.updateRepeat(),this.update()}update(){let e=this.model.get("disabled");this.playPauseButton.disabled=e,this.stopButton.disabled=e,this.repeatButton.disabled=e,this.updatePlaying()}onPlayingChanged(){this.updatePlaying();let e=this.model.previous("playing"),i=this.model.get("playing");!e&&i?this.model.animate():this.model.pause()}updatePlaying(){let e=this.model.get("playing"),i=this.playPauseButton.getElementsByTagName("i")[0];e?i.className="fa fa-pause":i.className="fa fa-play"}updateRepeat(){let e=this.model.get("repeat");this.repeatButton.style.display=this.model.get("show_repeat")?this.playPauseButton.style.display:"none",e?this.repeatButton.classList.add("mod-active"):this.repeatButton.classList.remove("mod-active")}};var Ta=de(ri()),wt=class extends M{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"FloatModel",value:0})}},We=class extends wt{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"BoundedFloatModel",max:100,min:0})}},di=class extends We{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"FloatSliderModel",_view_name:"FloatSliderView",step:1,orientation:"horizontal",_range:!1,readout:!0,readout_format:".2f",slider_color:null,continuous_update:!0,disabled:!1})}initialize(e,i){super.initialize(e,i),this.on("change:readout_format",this.update_readout_format,this),this.update_readout_format()}update_readout_format(){this.readout_formatter=_e(this.get("readout_format"))}},Os=class extends We{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"FloatLogSliderModel",_view_name:"FloatLogSliderView",step:.1,orientation:"horizontal",_range:!1,readout:!0,readout_format:".3g",slider_color:null,continuous_update:!0,disabled:!1,base:10,value:1,min:0,max:4})}initialize(e,i){super.initialize(e,i),this.on("change:readout_format",this.update_readout_format,this),this.update_readout_format()}update_readout_format(){this.readout_formatter=_e(this.get("readout_format"))}},Us=class extends di{},Ls=class extends mt{constructor(){super(...arguments),this._parse_value=parseFloat}_validate_slide_value(e){return e}},zs=class extends Ve{constructor(){super(...arguments),this._parse_value=parseFloat}update(e){super.update(e);let i=this.model.get("value");this.readout.textContent=this.valueToString(i)}logCalc(e){let i=this.model.get("min"),s=this.model.get("max"),a=this.model.get("base"),u=Math.log(e)/Math.log(a);return u>s?u=s:u<i&&(u=i),u}createSlider(){var e;let i=this.model.get("orientation"),s=this.model.get("behavior");Ta.default.create(this.$slider,{start:this.logCalc(this.model.get("value")),behaviour:s,range:{min:this.model.get("min"),max:this.model.get("max")},step:(e=this.model.get("step"))!==null&&e!==void 0?e:void 0,animate:!1,orientation:i,direction:i==="horizontal"?"ltr":"rtl",format:{from:a=>Number(a),to:a=>a}}),this.$slider.noUiSlider.on("update",(a,u)=>{this.handleSliderUpdateEvent(a,u)}),this.$slider.noUiSlider.on("change",(a,u)=>{this.handleSliderChangeEvent(a,u)})}valueToString(e){let i=this.model.readout_formatter;return i(e)}stringToValue(e){return e===null?NaN:this._parse_value(e)}handleTextChange(){let e=this.stringToValue(this.readout.textContent),i=this.model.get("min"),s=this.model.get("max"),a=this.model.get("base");isNaN(e)?this.readout.textContent=this.valueToString(this.model.get("value")):(e=Math.max(Math.min(e,Math.pow(a,s)),Math.pow(a,i)),e!==this.model.get("value")?(this.readout.textContent=this.valueToString(e),this.model.set("value",e),this.touch()):this.readout.textContent=this.valueToString(this.model.get("value")))}handleSliderUpdateEvent(e,i){let s=this.model.get("base"),a=Math.pow(s,this._validate_slide_value(e[0]));this.readout.textContent=this.valueToString(a),this.model.get("continuous_update")&&this.handleSliderChanged(e,i)}handleSliderChangeEvent(e,i){let s=this.model.get("base"),a=Math.pow(s,this._validate_slide_value(e[0]));this.readout.textContent=this.valueToString(a),this.handleSliderChanged(e,i)}handleSliderChanged(e,i){if(this._updating_slider)return;let s=this.model.get("base"),a=Math.pow(s,this._validate_slide_value(e[0]));this.model.set("value",a,{updated_view:this}),this.touch()}updateSliderValue(e,i,s){if(s.updated_view===this)return;let a=this.logCalc(this.model.get("value"));this.$slider.noUiSlider.set(a)}updateSliderOptions(e){this.$slider.noUiSlider.updateOptions({start:this.logCalc(this.model.get("value")),range:{min:this.model.get("min"),max:this.model.get("max")},step:this.model.get("step")})}_validate_slide_value(e){return e}},Ms=class extends ft{constructor(){super(...arguments),this._parse_value=parseFloat,this._range_regex=/^\s*([+-]?(?:\d*\.?\d+|\d+\.)(?:[eE][-:]?\d+)?)\s*[-:–]\s*([+-]?(?:\d*\.?\d+|\d+\.)(?:[eE][+-]?\d+)?)/}_validate_slide_value(e){return e}},Is=class extends wt{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"FloatTextModel",_view_name:"FloatTextView",disabled:!1,continuous_update:!1})}},Bs=class extends We{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"BoundedFloatTextModel",_view_name:"FloatTextView",disabled:!1,continuous_update:!1,step:.1})}},Vs=class extends bt{constructor(){super(...arguments),this._parse_value=parseFloat,this._default_step="any"}handleKeypress(e){e.stopPropagation()}handleKeyUp(e){}},Ws=class extends We{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"FloatProgressModel",_view_name:"ProgressView",orientation:"horizontal",bar_style:"",style:null})}};var Ns=de(dt());var ka=de(Xi()),Fs=class extends U{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"ControllerButtonModel",_view_name:"ControllerButtonView",value:0,pressed:!1})}},Hs=class extends P{render(){this.el.classList.add("jupyter-widgets"),this.el.classList.add("widget-controller-button"),this.el.style.width="fit-content",this.support=document.createElement("div"),this.support.style.position="relative",this.support.style.margin="1px",this.support.style.width="16px",this.support.style.height="16px",this.support.style.border="1px solid black",this.support.style.background="lightgray",this.el.appendChild(this.support),this.bar=document.createElement("div"),this.bar.style.position="absolute",this.bar.style.width="100%",this.bar.style.bottom="0px",this.bar.style.background="gray",this.support.appendChild(this.bar),this.update(),this.label=document.createElement("div"),this.label.textContent=this.model.get("description"),this.label.style.textAlign="center",this.el.appendChild(this.label)}update(){this.bar.style.height=100*this.model.get("value")+"%"}},$s=class extends U{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"ControllerAxisModel",_view_name:"ControllerAxisView",value:0})}},qs=class extends P{render(){this.el.classList.add("jupyter-widgets"),this.el.classList.add("widget-controller-axis"),this.el.style.width="16px",this.el.style.padding="4px",this.support=document.createElement("div"),this.support.style.position="relative",this.support.style.margin="1px",this.support.style.width="4px",this.support.style.height="64px",this.support.style.border="1px solid black",this.support.style.background="lightgray",this.bullet=document.createElement("div"),this.bullet.style.position="absolute",this.bullet.style.margin="-3px",this.bullet.style.boxSizing="unset",this.bullet.style.width="10px",this.bullet.style.height="10px",this.bullet.style.background="gray",this.label=document.createElement("div"),this.label.textContent=this.model.get("description"),this.label.style.textAlign="center",this.support.appendChild(this.bullet),this.el.appendChild(this.support),this.el.appendChild(this.label),this.update()}update(){this.bullet.style.top=50*(this.model.get("value")+1)+"%"}},ui=class extends U{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"ControllerModel",_view_name:"ControllerView",index:0,name:"",mapping:"",connected:!1,timestamp:0,buttons:[],axes:[]})}initialize(e,i){super.initialize(e,i),navigator.getGamepads===void 0?(this.readout="This browser does not support gamepads.",console.error(this.readout)):(this.readout="Connect gamepad and press any button.",this.get("connected")?this.update_loop():this.wait_loop())}wait_loop(){let e=this.get("index"),i=navigator.getGamepads()[e];i?this.setup(i).then(s=>{this.set(s),this.save_changes(),window.requestAnimationFrame(this.update_loop.bind(this))}):window.requestAnimationFrame(this.wait_loop.bind(this))}setup(e){return this.set({name:e.id,mapping:e.mapping,connected:e.connected,timestamp:e.timestamp}),Lt({buttons:Promise.all(e.buttons.map((i,s)=>this._create_button_model(s))),axes:Promise.all(e.axes.map((i,s)=>this._create_axis_model(s)))})}update_loop(){let e=this.get("index"),i=this.get("name"),s=navigator.getGamepads()[e];s&&e===s.index&&i===s.id?(this.set({timestamp:s.timestamp,connected:s.connected}),this.save_changes(),this.get("buttons").forEach(function(a,u){a.set({value:s.buttons[u].value,pressed:s.buttons[u].pressed}),a.save_changes()}),this.get("axes").forEach(function(a,u){a.set("value",s.axes[u]),a.save_changes()}),window.requestAnimationFrame(this.update_loop.bind(this))):this.reset_gamepad()}reset_gamepad(){this.get("buttons").forEach(function(e){e.close()}),this.get("axes").forEach(function(e){e.close()}),this.set({name:"",mapping:"",connected:!1,timestamp:0,buttons:[],axes:[]}),this.save_changes(),window.requestAnimationFrame(this.wait_loop.bind(this))}_create_button_model(e){return this.widget_manager.new_widget({model_name:"ControllerButtonModel",model_module:"@jupyter-widgets/controls",model_module_version:this.get("_model_module_version"),view_name:"ControllerButtonView",view_module:"@jupyter-widgets/controls",view_module_version:this.get("_view_module_version")}).then(function(i){return i.set("description",e),i})}_create_axis_model(e){return this.widget_manager.new_widget({model_name:"ControllerAxisModel",model_module:"@jupyter-widgets/controls",model_module_version:this.get("_model_module_version"),view_name:"ControllerAxisView",view_module:"@jupyter-widgets/controls",view_module_version:this.get("_view_module_version")}).then(function(i){return i.set("description",e),i})}};ui.serializers=Object.assign(Object.assign({},U.serializers),{buttons:{deserialize:ke},axes:{deserialize:ke}});var Ks=class extends P{_createElement(e){return this.luminoWidget=new It({view:this}),this.luminoWidget.node}_setElement(e){if(this.el||e!==this.luminoWidget.node)throw new Error("Cannot reset the DOM element.");this.el=this.luminoWidget.node,this.$el=(0,ka.default)(this.luminoWidget.node)}initialize(e){super.initialize(e),this.button_views=new Se(this.add_button,null,this),this.listenTo(this.model,"change:buttons",(i,s)=>{this.button_views.update(s)}),this.axis_views=new Se(this.add_axis,null,this),this.listenTo(this.model,"change:axes",(i,s)=>{this.axis_views.update(s)}),this.listenTo(this.model,"change:name",this.update_label)}render(){this.el.classList.add("jupyter-widgets"),this.el.classList.add("widget-controller"),this.label=document.createElement("div"),this.el.appendChild(this.label),this.axis_box=new Te,this.axis_box.node.style.display="flex",this.luminoWidget.addWidget(this.axis_box),this.button_box=new Te,this.button_box.node.style.display="flex",this.luminoWidget.addWidget(this.button_box),this.button_views.update(this.model.get("buttons")),this.axis_views.update(this.model.get("axes")),this.update_label()}update_label(){this.label.textContent=this.model.get("name")||this.model.readout}add_button(e){let i=new ie;return this.button_box.addWidget(i),this.create_child_view(e).then(s=>{let a=Ns.ArrayExt.firstIndexOf(this.button_box.widgets,i);return this.button_box.insertWidget(a,s.luminoWidget),i.dispose(),s}).catch(De("Could not add child button view to controller",!0))}add_axis(e){let i=new ie;return this.axis_box.addWidget(i),this.create_child_view(e).then(s=>{let a=Ns.ArrayExt.firstIndexOf(this.axis_box.widgets,i);return this.axis_box.insertWidget(a,s.luminoWidget),i.dispose(),s}).catch(De("Could not add child axis view to controller",!0))}remove(){super.remove(),this.button_views.remove(),this.axis_views.remove()}};var Sa=de(ri());var ye=class extends M{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"SelectionModel",index:"",_options_labels:[],disabled:!1})}},vt=class extends O{render(){super.render(),this.el.classList.add("jupyter-widgets"),this.el.classList.add("widget-inline-hbox")}update(){super.update(),this.listbox&&(this.listbox.disabled=this.model.get("disabled")),this.updateTabindex(),this.updateTooltip()}updateTabindex(){if(!this.listbox)return;let e=this.model.get("tabbable");e===!0?this.listbox.setAttribute("tabIndex","0"):e===!1?this.listbox.setAttribute("tabIndex","-1"):e===null&&this.listbox.removeAttribute("tabIndex")}updateTooltip(){if(!this.listbox)return;let e=this.model.get("tooltip");e?this.model.get("description").length===0&&this.listbox.setAttribute("title",e):this.listbox.removeAttribute("title")}},Gs=class extends ye{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"DropdownModel",_view_name:"DropdownView",button_style:""})}},Ys=class extends vt{render(){super.render(),this.el.classList.add("widget-dropdown"),this.listbox=document.createElement("select"),this.listbox.id=this.label.htmlFor=B(),this.el.appendChild(this.listbox),this._updateOptions(),this.update()}update(e){e?.updated_view!==this&&this.model.hasChanged("_options_labels")&&this._updateOptions();let i=this.model.get("index");return this.listbox.selectedIndex=i===null?-1:i,super.update()}_updateOptions(){this.listbox.textContent="";let e=this.model.get("_options_labels");for(let i=0;i<e.length;i++){let s=e[i],a=document.createElement("option");a.textContent=s.replace(/ /g," "),a.setAttribute("data-value",encodeURIComponent(s)),a.value=s,this.listbox.appendChild(a)}}events(){return{"change select":"_handle_change"}}_handle_change(){this.model.set("index",this.listbox.selectedIndex===-1?null:this.listbox.selectedIndex,{updated_view:this}),this.touch()}handle_message(e){e.do==="focus"?this.listbox.focus():e.do==="blur"&&this.listbox.blur()}},Js=class extends ye{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"SelectModel",_view_name:"SelectView",rows:5})}},ci=class extends vt{initialize(e){super.initialize(e),this.listbox=document.createElement("select")}render(){super.render(),this.el.classList.add("widget-select"),this.listbox.id=this.label.htmlFor=B(),this.el.appendChild(this.listbox),this._updateOptions(),this.update(),this.updateSelection()}update(e){if(e?.updated_view!==this){let s=this.model.hasChanged("_options_labels"),a=this.model.hasChanged("index");if(s||a){let u=this.model.get("index");s&&this._updateOptions(),this.updateSelection(u)}}super.update();let i=this.model.get("rows");i===null&&(i=""),this.listbox.setAttribute("size",i)}updateSelection(e){e=e||this.model.get("index"),this.listbox.selectedIndex=e===null?-1:e}_updateOptions(){this.listbox.textContent="";let e=this.model.get("_options_labels");for(let i=0;i<e.length;i++){let s=e[i],a=document.createElement("option");a.textContent=s.replace(/ /g," "),a.setAttribute("data-value",encodeURIComponent(s)),a.value=s,this.listbox.appendChild(a)}}events(){return{"change select":"_handle_change"}}_handle_change(){this.model.set("index",this.listbox.selectedIndex,{updated_view:this}),this.touch()}handle_message(e){e.do=="focus"?this.listbox.focus():e.do=="blur"&&this.listbox.blur()}},Zs=class extends ye{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"RadioButtonsModel",_view_name:"RadioButtonsView",tooltips:[],icons:[],button_style:"",orientation:"vertical"})}},Xs=class extends O{render(){super.render(),this.el.classList.add("widget-radio"),this.container=document.createElement("div"),this.el.appendChild(this.container),this.container.classList.add("widget-radio-box"),this.update()}update(e){this.model.get("orientation")==="vertical"?(this.container.classList.remove("widget-radio-box-horizontal"),this.container.classList.add("widget-radio-box-vertical")):(this.container.classList.remove("widget-radio-box-vertical"),this.container.classList.add("widget-radio-box-horizontal"));let i=this.model.get("_options_labels"),s=Array.from(this.container.querySelectorAll('input[type="radio"]')).map(u=>u.value),a=i.length!==s.length;if(!a){for(let u=0,p=i.length;u<p;++u)if(s[u]!==i[u]){a=!0;break}}return a&&(e===void 0||e.updated_view!==this)&&(this.container.textContent="",i.forEach((u,p)=>{let b=document.createElement("label");b.textContent=u,this.container.appendChild(b);let E=document.createElement("input");E.setAttribute("type","radio"),E.value=p.toString(),E.setAttribute("data-value",encodeURIComponent(u)),b.appendChild(E)})),i.forEach((u,p)=>{let b='input[data-value="'+encodeURIComponent(u)+'"]',E=this.container.querySelectorAll(b);if(E.length>0){let H=E[0];H.checked=this.model.get("index")===p,H.disabled=this.model.get("disabled")}}),setTimeout(this.adjustPadding,0,this),super.update(e)}adjustPadding(e){let i=window.getComputedStyle(e.el),s=parseInt(i.marginTop,10)+parseInt(i.marginBottom,10),a=e.label.offsetHeight+s,u=window.getComputedStyle(e.container),p=parseInt(u.marginBottom,10),b=(e.el.offsetHeight+s-p)%a,E=b===0?0:a-b;e.container.style.marginBottom=E+"px"}events(){return{'click input[type="radio"]':"_handle_click"}}_handle_click(e){let i=e.target;this.model.set("index",parseInt(i.value,10),{updated_view:this}),this.touch()}handle_message(e){if(e.do=="focus")this.container.firstElementChild.focus();else if(e.do=="blur")for(let i=0;i<this.container.children.length;i++)this.container.children[i].blur()}},hi=class extends V{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"ToggleButtonsStyleModel"})}};hi.styleProperties=Object.assign(Object.assign({},V.styleProperties),{button_width:{selector:".widget-toggle-button",attribute:"width",default:null},font_weight:{selector:".widget-toggle-button",attribute:"font-weight",default:""}});var Qs=class extends ye{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"ToggleButtonsModel",_view_name:"ToggleButtonsView"})}},xt=class t extends O{initialize(e){this._css_state={},super.initialize(e),this.listenTo(this.model,"change:button_style",this.update_button_style)}render(){super.render(),this.el.classList.add("widget-toggle-buttons"),this.buttongroup=document.createElement("div"),this.el.appendChild(this.buttongroup),this.update(),this.set_button_style()}update(e){let i=this.model.get("_options_labels"),s=this.model.get("icons")||[],a=this.model.previous("icons")||[],u=t.classMap[this.model.previous("button_style")]||"",p=this.model.get("tooltips")||[],b=this.model.get("disabled"),E=this.buttongroup.querySelectorAll("button"),H=Array.from(E).map(_=>_.value),Ue=!1;for(let _=0,L=i.length;_<L;++_)if(H[_]!==i[_]||s[_]!==a[_]){Ue=!0;break}return Ue&&(e===void 0||e.updated_view!==this)&&(this.buttongroup.textContent="",i.forEach((_,L)=>{let se;_.trim().length===0&&(!s[L]||s[L].trim().length===0)?se="&nbsp;":se=ts(_);let J=document.createElement("i"),$=document.createElement("button");s[L]&&(J.className="fa fa-"+s[L]),$.setAttribute("type","button"),$.className="widget-toggle-button jupyter-button",u&&$.classList.add(u),$.innerHTML=se,$.setAttribute("data-value",encodeURIComponent(_)),$.setAttribute("value",L.toString()),$.appendChild(J),$.disabled=b,p[L]&&$.setAttribute("title",p[L]),this.update_style_traits($),this.buttongroup.appendChild($)})),i.forEach((_,L)=>{let se='[data-value="'+encodeURIComponent(_)+'"]',R=this.buttongroup.querySelector(se);this.model.get("index")===L?R.classList.add("mod-active"):R.classList.remove("mod-active")}),this.stylePromise.then(function(_){_&&_.style()}),super.update(e)}update_style_traits(e){for(let i in this._css_state)if(Object.prototype.hasOwnProperty.call(this._css_state,"name")){if(i==="margin")this.buttongroup.style[i]=this._css_state[i];else if(i!=="width")if(e)e.style[i]=this._css_state[i];else{let s=this.buttongroup.querySelectorAll("button");s.length&&(s[0].style[i]=this._css_state[i])}}}update_button_style(){let e=this.buttongroup.querySelectorAll("button");for(let i=0;i<e.length;i++)this.update_mapped_classes(t.classMap,"button_style",e[i])}set_button_style(){let e=this.buttongroup.querySelectorAll("button");for(let i=0;i<e.length;i++)this.set_mapped_classes(t.classMap,"button_style",e[i])}events(){return{"click button":"_handle_click"}}_handle_click(e){let i=e.target;this.model.set("index",parseInt(i.value,10),{updated_view:this}),this.touch(),this.send({event:"click"})}};(function(t){t.classMap={primary:["mod-primary"],success:["mod-success"],info:["mod-info"],warning:["mod-warning"],danger:["mod-danger"]}})(xt||(xt={}));var er=class extends ye{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"SelectionSliderModel",_view_name:"SelectionSliderView",orientation:"horizontal",readout:!0,continuous_update:!0})}},pi=class extends O{render(){super.render(),this.el.classList.add("widget-hslider"),this.el.classList.add("widget-slider"),this.$slider=document.createElement("div"),this.$slider.classList.add("slider"),this.slider_container=document.createElement("div"),this.slider_container.classList.add("slider-container"),this.slider_container.appendChild(this.$slider),this.el.appendChild(this.slider_container),this.readout=document.createElement("div"),this.el.appendChild(this.readout),this.readout.classList.add("widget-readout"),this.readout.style.display="none",this.createSlider(),this.model.on("change:orientation",this.regenSlider,this),this.model.on("change:index",this.updateSliderValue,this),this.update()}update(e){if(e?.updated_view!==this){this.updateSliderOptions(this.model);let i=this.model.get("orientation");this.model.get("disabled")?(this.readout.contentEditable="false",this.$slider.setAttribute("disabled",!0)):(this.readout.contentEditable="true",this.$slider.removeAttribute("disabled")),i==="vertical"?(this.el.classList.remove("widget-hslider"),this.el.classList.remove("widget-inline-hbox"),this.el.classList.add("widget-vslider"),this.el.classList.add("widget-inline-vbox")):(this.el.classList.remove("widget-vslider"),this.el.classList.remove("widget-inline-vbox"),this.el.classList.add("widget-hslider"),this.el.classList.add("widget-inline-hbox")),this.model.get("readout")?this.readout.style.display="":this.readout.style.display="none",this.updateSelection()}return super.update(e)}regenSlider(e){this.$slider.noUiSlider.destroy(),this.createSlider()}createSlider(){let e=this.model.get("_options_labels"),i=0,s=e.length-1,a=this.model.get("orientation"),u=this.model.get("behavior");Sa.default.create(this.$slider,{start:this.model.get("index"),connect:!0,behaviour:u,range:{min:i,max:s},step:1,animate:!1,orientation:a,direction:a==="horizontal"?"ltr":"rtl",format:{from:p=>Number(p),to:p=>Math.round(p)}}),this.$slider.noUiSlider.on("update",(p,b)=>{this.handleSliderUpdateEvent(p,b)}),this.$slider.noUiSlider.on("change",(p,b)=>{this.handleSliderChangeEvent(p,b)})}events(){return{slide:"handleSliderChange",slidestop:"handleSliderChanged"}}updateSelection(){let e=this.model.get("index");this.updateReadout(e)}updateReadout(e){let i=this.model.get("_options_labels")[e];this.readout.textContent=i}handleSliderUpdateEvent(e,i){let s=e[0];this.updateReadout(s),this.model.get("continuous_update")&&this.handleSliderChanged(e,i)}handleSliderChangeEvent(e,i){let s=e[0];this.updateReadout(s),this.handleSliderChanged(e,i)}handleSliderChanged(e,i){let s=e[0];this.updateReadout(s),this.model.set("index",s,{updated_view:this}),this.touch()}updateSliderOptions(e){let i=this.model.get("_options_labels"),s=0,a=i.length-1;this.$slider.noUiSlider.updateOptions({start:this.model.get("index"),range:{min:s,max:a},step:1})}updateSliderValue(e,i,s){if(s.updated_view===this)return;let a=this.$slider.noUiSlider.get(),u=this.model.get("index");a!==u&&this.$slider.noUiSlider.set(u)}},_t=class extends ye{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"MultipleSelectionModel"})}},tr=class extends _t{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"SelectMultipleModel",_view_name:"SelectMultipleView",rows:null})}},ir=class extends ci{initialize(e){super.initialize(e),this.listbox.multiple=!0}render(){super.render(),this.el.classList.add("widget-select-multiple")}updateSelection(){let e=this.model.get("index")||[],i=this.listbox.options;this.listbox.selectedIndex=-1,e.forEach(s=>{i[s].selected=!0})}_handle_change(){let e=Array.prototype.map.call(this.listbox.selectedOptions||[],function(i){return i.index});this.model.set("index",e,{updated_view:this}),this.touch()}},sr=class extends _t{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"SelectionSliderModel",_view_name:"SelectionSliderView",orientation:"horizontal",readout:!0,continuous_update:!0})}},rr=class extends pi{render(){super.render()}updateSelection(e){e=e||this.model.get("index"),this.updateReadout(e)}updateReadout(e){let i=this.model.get("_options_labels"),s=i[e[0]],a=i[e[1]];this.readout.textContent=`${s}-${a}`}handleSliderUpdateEvent(e,i){let s=e.map(Math.trunc);this.updateReadout(s),this.model.get("continuous_update")&&this.handleSliderChanged(e,i)}handleSliderChanged(e,i){let s=e.map(Math.round);this.updateReadout(s),this.model.set("index",s.slice(),{updated_view:this}),this.touch()}updateSliderValue(e,i,s){if(s.updated_view===this)return;let a=this.$slider.noUiSlider.get().map(Math.round),u=this.model.get("index").map(Math.round);(a[0]!==u[0]||a[1]!==u[1])&&this.$slider.noUiSlider.set(u)}};var ar=class extends Te{constructor(){super(...arguments),this._widgetRemoved=new Ie(this)}get widgetRemoved(){return this._widgetRemoved}onChildRemoved(e){this._widgetRemoved.emit(e.child)}},gi=class extends ie{constructor(e={}){super(),this._currentChanged=new Ie(this),this.addClass("jupyter-widget-TabPanel"),this.tabBar=new oa(e),this.tabBar.addClass("jupyter-widget-TabPanel-tabBar"),this.tabContents=new ar,this.tabContents.addClass("jupyter-widget-TabPanel-tabContents"),this.tabBar.tabMoved.connect(this._onTabMoved,this),this.tabBar.currentChanged.connect(this._onCurrentChanged,this),this.tabBar.tabCloseRequested.connect(this._onTabCloseRequested,this),this.tabBar.tabActivateRequested.connect(this._onTabActivateRequested,this),this.tabContents.widgetRemoved.connect(this._onWidgetRemoved,this);let i=new zt;i.addWidget(this.tabBar),i.addWidget(this.tabContents),this.layout=i}get currentChanged(){return this._currentChanged}get currentIndex(){let e=this.tabBar.currentIndex;return e===-1?null:e}set currentIndex(e){this.tabBar.currentIndex=e===null?-1:e}get currentWidget(){let e=this.tabBar.currentTitle;return e?e.owner:null}set currentWidget(e){this.tabBar.currentTitle=e?e.title:null}get tabsMovable(){return this.tabBar.tabsMovable}set tabsMovable(e){this.tabBar.tabsMovable=e}get widgets(){return this.tabContents.widgets}addWidget(e){this.insertWidget(this.widgets.length,e)}insertWidget(e,i){i!==this.currentWidget&&i.hide(),this.tabContents.insertWidget(e,i),this.tabBar.insertTab(e,i.title)}_onCurrentChanged(e,i){let{previousIndex:s,previousTitle:a,currentIndex:u,currentTitle:p}=i,b=a?a.owner:null,E=p?p.owner:null;b&&b.hide(),E&&E.show(),this._currentChanged.emit({previousIndex:s,previousWidget:b,currentIndex:u,currentWidget:E}),(Qi.IS_EDGE||Qi.IS_IE)&&Me.flush()}_onTabActivateRequested(e,i){i.title.owner.activate()}_onTabCloseRequested(e,i){i.title.owner.close()}_onTabMoved(e,i){this.tabContents.insertWidget(i.toIndex,i.title.owner)}_onWidgetRemoved(e,i){this.tabBar.removeTab(i.title)}};var Oa=de(dt());var Aa=de(dt());var fi=class{constructor(e,i={}){this._array=null,this._value=null,this._previousValue=null,this._selectionChanged=new Ie(this),this._array=e,this._insertBehavior=i.insertBehavior||"select-item-if-needed",this._removeBehavior=i.removeBehavior||"select-item-after"}get selectionChanged(){return this._selectionChanged}adjustSelectionForSet(e){let i=this.index,s=this.value;if(e!==i)return;this._updateSelectedValue();let a=this.value;this._previousValue=null,s!==a&&this._selectionChanged.emit({previousIndex:i,previousValue:s,currentIndex:i,currentValue:a})}get value(){return this._value}set value(e){e===null||this._array===null?this.index=null:this.index=Aa.ArrayExt.firstIndexOf(this._array,e)}get index(){return this._index}set index(e){let i;if(e!==null&&this._array!==null?(i=Math.floor(e),(i<0||i>=this._array.length)&&(i=null)):i=null,this._index===i)return;let s=this._index,a=this._value;this._index=i,this._updateSelectedValue(),this._previousValue=a,this._selectionChanged.emit({previousIndex:s,previousValue:a,currentIndex:i,currentValue:this._value})}get insertBehavior(){return this._insertBehavior}set insertBehavior(e){this._insertBehavior=e}get removeBehavior(){return this._removeBehavior}set removeBehavior(e){this._removeBehavior=e}adjustSelectionForInsert(e,i){let s=this._value,a=this._index,u=this._insertBehavior;if(u==="select-item"||u==="select-item-if-needed"&&a===null){this._index=e,this._value=i,this._previousValue=s,this._selectionChanged.emit({previousIndex:a,previousValue:s,currentIndex:e,currentValue:i});return}a!==null&&a>=e&&this._index++}clearSelection(){let e=this._index,i=this._value;this._index=null,this._value=null,this._previousValue=null,e!==null&&this._selectionChanged.emit({previousIndex:e,previousValue:i,currentIndex:this._index,currentValue:this._value})}adjustSelectionForRemove(e,i){if(this._index===null)return;let s=this._index,a=this._removeBehavior;if(s!==e){s>e&&this._index--;return}if(!this._array||this._array.length===0){this._index=null,this._value=null,this._previousValue=null,this._selectionChanged.emit({previousIndex:e,previousValue:i,currentIndex:this._index,currentValue:this._value});return}if(a==="select-item-after"){this._index=Math.min(e,this._array.length-1),this._updateSelectedValue(),this._previousValue=null,this._selectionChanged.emit({previousIndex:e,previousValue:i,currentIndex:this._index,currentValue:this._value});return}if(a==="select-item-before"){this._index=Math.max(0,e-1),this._updateSelectedValue(),this._previousValue=null,this._selectionChanged.emit({previousIndex:e,previousValue:i,currentIndex:this._index,currentValue:this._value});return}if(a==="select-previous-item"){this._previousValue?this.value=this._previousValue:(this._index=Math.min(e,this._array.length-1),this._updateSelectedValue()),this._previousValue=null,this._selectionChanged.emit({previousIndex:e,previousValue:i,currentIndex:this._index,currentValue:this.value});return}this._index=null,this._value=null,this._previousValue=null,this._selectionChanged.emit({previousIndex:e,previousValue:i,currentIndex:this._index,currentValue:this._value})}_updateSelectedValue(){let e=this._index;this._value=e!==null&&this._array?this._array[e]:null}};var wo="jupyter-widget-Collapse",vo="jupyter-widget-Collapse-header",xo="jupyter-widget-Collapse-contents",Pa="jupyter-widget-Collapse-open",nr=class extends ie{constructor(e){super(e),this._collapseChanged=new Ie(this),this.addClass(wo),this._header=new ie,this._header.addClass(vo),this._header.node.addEventListener("click",this);let i=document.createElement("i");i.classList.add("fa","fa-fw","fa-caret-right"),this._header.node.appendChild(i),this._header.node.appendChild(document.createElement("span")),this._content=new Te,this._content.addClass(xo);let s=new zt;this.layout=s,s.addWidget(this._header),s.addWidget(this._content),e.widget&&(this.widget=e.widget),this.collapsed=!1}dispose(){this.isDisposed||(super.dispose(),this._header=null,this._widget=null,this._content=null)}get widget(){return this._widget}set widget(e){let i=this._widget;i&&(i.disposed.disconnect(this._onChildDisposed,this),i.title.changed.disconnect(this._onTitleChanged,this),i.parent=null),this._widget=e,e.disposed.connect(this._onChildDisposed,this),e.title.changed.connect(this._onTitleChanged,this),this._onTitleChanged(e.title),this._content.addWidget(e)}get collapsed(){return this._collapsed}set collapsed(e){e!==this._collapsed&&(e?this._collapse():this._uncollapse())}toggle(){this.collapsed=!this.collapsed}get collapseChanged(){return this._collapseChanged}_collapse(){this._collapsed=!0,this._content&&this._content.hide(),this.removeClass(Pa),this._header.node.children[0].classList.add("fa-caret-right"),this._header.node.children[0].classList.remove("fa-caret-down"),this._collapseChanged.emit(void 0)}_uncollapse(){this._collapsed=!1,this._content&&this._content.show(),this.addClass(Pa),this._header.node.children[0].classList.add("fa-caret-down"),this._header.node.children[0].classList.remove("fa-caret-right"),this._collapseChanged.emit(void 0)}handleEvent(e){e.type==="click"&&this._evtClick(e)}_evtClick(e){this.toggle()}_onTitleChanged(e){this._header.node.children[1].textContent=this._widget.title.label}_onChildDisposed(e){this.dispose()}},_o="jupyter-widget-Accordion",yo="jupyter-widget-Accordion-child",Ra="jupyter-widget-Accordion-child-active",mi=class extends Te{constructor(e){super(e),this._selection=new fi(this.widgets),this._selection.selectionChanged.connect(this._onSelectionChanged,this),this.addClass(_o)}get collapseWidgets(){return this.layout.widgets}get selection(){return this._selection}indexOf(e){return Oa.ArrayExt.findFirstIndex(this.collapseWidgets,i=>i.widget===e)}addWidget(e){let i=this._wrapWidget(e);return i.collapsed=!0,super.addWidget(i),this._selection.adjustSelectionForInsert(this.widgets.length-1,i),i}insertWidget(e,i){let s=this._wrapWidget(i);s.collapsed=!0,super.insertWidget(e,s),this._selection.adjustSelectionForInsert(e,s)}removeWidget(e){let i=this.indexOf(e);if(i>=0){let s=this.collapseWidgets[i];e.parent=null,s.dispose(),this._selection.adjustSelectionForRemove(i,null)}}_wrapWidget(e){let i=new nr({widget:e});return i.addClass(yo),i.collapseChanged.connect(this._onCollapseChange,this),i}_onCollapseChange(e){e.collapsed?this._selection.value===e&&e.collapsed&&(this._selection.value=null):this._selection.value=e}_onSelectionChanged(e,i){let s=i.previousValue,a=i.currentValue;s&&(s.collapsed=!0,s.removeClass(Ra)),a&&(a.collapsed=!1,a.addClass(Ra))}};var yt=de(dt());var pr=de(Xi()),tt=class extends ve{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"SelectionContainerModel",selected_index:null,titles:[]})}},or=class extends tt{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"AccordionModel",_view_name:"AccordionView"})}},bi=class extends mi{constructor(e){let i=e.view;delete e.view,super(e),this._view=i}processMessage(e){var i;super.processMessage(e),(i=this._view)===null||i===void 0||i.processLuminoMessage(e)}dispose(){this.isDisposed||(super.dispose(),this._view.remove(),this._view=null)}},lr=class extends P{_createElement(e){return this.luminoWidget=new bi({view:this}),this.luminoWidget.node}_setElement(e){if(this.el||e!==this.luminoWidget.node)throw new Error("Cannot reset the DOM element.");this.el=this.luminoWidget.node,this.$el=(0,pr.default)(this.luminoWidget.node)}initialize(e){super.initialize(e),this.children_views=new Se(this.add_child_view,this.remove_child_view,this),this.listenTo(this.model,"change:children",()=>this.updateChildren()),this.listenTo(this.model,"change:selected_index",()=>this.update_selected_index()),this.listenTo(this.model,"change:titles",()=>this.update_titles())}render(){var e;super.render();let i=this.luminoWidget;i.addClass("jupyter-widgets"),i.addClass("widget-accordion"),i.addClass("widget-container"),i.selection.selectionChanged.connect(s=>{this.updatingChildren||(this.model.set("selected_index",i.selection.index),this.touch())}),(e=this.children_views)===null||e===void 0||e.update(this.model.get("children")),this.update_titles(),this.update_selected_index()}updateChildren(){var e;this.updatingChildren=!0,this.luminoWidget.selection.index=null,(e=this.children_views)===null||e===void 0||e.update(this.model.get("children")),this.update_selected_index(),this.updatingChildren=!1}update_titles(){let e=this.luminoWidget.collapseWidgets,i=this.model.get("titles");for(let s=0;s<e.length;s++)i[s]!==void 0&&(e[s].widget.title.label=i[s])}update_selected_index(){this.luminoWidget.selection.index=this.model.get("selected_index")}remove_child_view(e){this.luminoWidget.removeWidget(e.luminoWidget),e.remove()}add_child_view(e,i){let s=this.luminoWidget,a=new ie;return a.title.label=this.model.get("titles")[i]||"",s.addWidget(a),this.create_child_view(e).then(u=>{let p=u.luminoWidget;p.title.label=a.title.label;let b=s.collapseWidgets[s.indexOf(a)];return b.widget=p,a.dispose(),u}).catch(De("Could not add child view to box",!0))}remove(){this.children_views=null,super.remove()}},dr=class extends tt{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"TabModel",_view_name:"TabView"})}},wi=class extends gi{constructor(e){let i=e.view;delete e.view,super(e),this._view=i,Me.installMessageHook(this.tabContents,(s,a)=>(this._view.processLuminoMessage(a),!0))}dispose(){this.isDisposed||(super.dispose(),this._view.remove(),this._view=null)}},ur=class extends P{constructor(){super(...arguments),this.updatingTabs=!1}_createElement(e){return this.luminoWidget=new wi({view:this}),this.luminoWidget.node}_setElement(e){if(this.el||e!==this.luminoWidget.node)throw new Error("Cannot reset the DOM element.");this.el=this.luminoWidget.node,this.$el=(0,pr.default)(this.luminoWidget.node)}initialize(e){super.initialize(e),this.childrenViews=new Se(this.addChildView,i=>{i.remove()},this),this.listenTo(this.model,"change:children",()=>this.updateTabs()),this.listenTo(this.model,"change:titles",()=>this.updateTitles())}render(){super.render();let e=this.luminoWidget;e.addClass("jupyter-widgets"),e.addClass("widget-container"),e.addClass("jupyter-widget-tab"),e.addClass("widget-tab"),e.tabsMovable=!0,e.tabBar.insertBehavior="none",e.tabBar.currentChanged.connect(this._onTabChanged,this),e.tabBar.tabMoved.connect(this._onTabMoved,this),e.tabBar.addClass("widget-tab-bar"),e.tabContents.addClass("widget-tab-contents"),e.tabBar.tabsMovable=!1,this.updateTabs(),this.update()}updateTabs(){var e;this.updatingTabs=!0,this.luminoWidget.currentIndex=null,(e=this.childrenViews)===null||e===void 0||e.update(this.model.get("children")),this.luminoWidget.currentIndex=this.model.get("selected_index"),this.updatingTabs=!1}addChildView(e,i){let s=this.model.get("titles")[i]||"",a=this.luminoWidget,u=new ie;return u.title.label=s,a.addWidget(u),this.create_child_view(e).then(p=>{let b=p.luminoWidget;b.title.label=u.title.label,b.title.closable=!1;let E=yt.ArrayExt.firstIndexOf(a.widgets,u);return a.insertWidget(E+1,b),u.dispose(),p}).catch(De("Could not add child view to box",!0))}update(){return this.updateSelectedIndex(),super.update()}updateTitles(){let e=this.model.get("titles")||[];(0,yt.each)(this.luminoWidget.widgets,(i,s)=>{i.title.label=e[s]||""})}updateSelectedIndex(){this.luminoWidget.currentIndex=this.model.get("selected_index")}remove(){this.childrenViews=null,super.remove()}_onTabChanged(e,i){if(!this.updatingTabs){let s=i.currentIndex;this.model.set("selected_index",s===-1?null:s),this.touch()}}_onTabMoved(e,i){let s=this.model.get("children").slice();yt.ArrayExt.move(s,i.fromIndex,i.toIndex),this.model.set("children",s),this.touch()}},cr=class extends tt{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"StackModel",_view_name:"StackView"})}},hr=class extends xe{initialize(e){super.initialize(e),this.listenTo(this.model,"change:selected_index",this.update_children)}update_children(){var e;let i;this.model.get("selected_index")===null?i=[]:i=[this.model.get("children")[this.model.get("selected_index")]],(e=this.children_views)===null||e===void 0||e.update(i).then(s=>{s.forEach(a=>{Me.postMessage(a.luminoWidget,ie.ResizeMessage.UnknownSize)})})}};function at(t,e,i){t.prototype=e.prototype=i,i.constructor=t}function Ct(t,e){var i=Object.create(t.prototype);for(var s in e)i[s]=e[s];return i}function Pe(){}var $e=.7,rt=1/$e,it="\\s*([+-]?\\d+)\\s*",jt="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*",pe="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*",jo=/^#([0-9a-f]{3,8})$/,Eo=new RegExp(`^rgb\\(${it},${it},${it}\\)$`),Co=new RegExp(`^rgb\\(${pe},${pe},${pe}\\)$`),Do=new RegExp(`^rgba\\(${it},${it},${it},${jt}\\)$`),To=new RegExp(`^rgba\\(${pe},${pe},${pe},${jt}\\)$`),ko=new RegExp(`^hsl\\(${jt},${pe},${pe}\\)$`),So=new RegExp(`^hsla\\(${jt},${pe},${pe},${jt}\\)$`),Ua={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074};at(Pe,qe,{copy(t){return Object.assign(new this.constructor,this,t)},displayable(){return this.rgb().displayable()},hex:La,formatHex:La,formatHex8:Ao,formatHsl:Po,formatRgb:za,toString:za});function La(){return this.rgb().formatHex()}function Ao(){return this.rgb().formatHex8()}function Po(){return $a(this).formatHsl()}function za(){return this.rgb().formatRgb()}function qe(t){var e,i;return t=(t+"").trim().toLowerCase(),(e=jo.exec(t))?(i=e[1].length,e=parseInt(e[1],16),i===6?Ma(e):i===3?new Y(e>>8&15|e>>4&240,e>>4&15|e&240,(e&15)<<4|e&15,1):i===8?vi(e>>24&255,e>>16&255,e>>8&255,(e&255)/255):i===4?vi(e>>12&15|e>>8&240,e>>8&15|e>>4&240,e>>4&15|e&240,((e&15)<<4|e&15)/255):null):(e=Eo.exec(t))?new Y(e[1],e[2],e[3],1):(e=Co.exec(t))?new Y(e[1]*255/100,e[2]*255/100,e[3]*255/100,1):(e=Do.exec(t))?vi(e[1],e[2],e[3],e[4]):(e=To.exec(t))?vi(e[1]*255/100,e[2]*255/100,e[3]*255/100,e[4]):(e=ko.exec(t))?Va(e[1],e[2]/100,e[3]/100,1):(e=So.exec(t))?Va(e[1],e[2]/100,e[3]/100,e[4]):Ua.hasOwnProperty(t)?Ma(Ua[t]):t==="transparent"?new Y(NaN,NaN,NaN,0):null}function Ma(t){return new Y(t>>16&255,t>>8&255,t&255,1)}function vi(t,e,i,s){return s<=0&&(t=e=i=NaN),new Y(t,e,i,s)}function vr(t){return t instanceof Pe||(t=qe(t)),t?(t=t.rgb(),new Y(t.r,t.g,t.b,t.opacity)):new Y}function Ro(t,e,i,s){return arguments.length===1?vr(t):new Y(t,e,i,s??1)}function Y(t,e,i,s){this.r=+t,this.g=+e,this.b=+i,this.opacity=+s}at(Y,Ro,Ct(Pe,{brighter(t){return t=t==null?rt:Math.pow(rt,t),new Y(this.r*t,this.g*t,this.b*t,this.opacity)},darker(t){return t=t==null?$e:Math.pow($e,t),new Y(this.r*t,this.g*t,this.b*t,this.opacity)},rgb(){return this},clamp(){return new Y(Fe(this.r),Fe(this.g),Fe(this.b),_i(this.opacity))},displayable(){return-.5<=this.r&&this.r<255.5&&-.5<=this.g&&this.g<255.5&&-.5<=this.b&&this.b<255.5&&0<=this.opacity&&this.opacity<=1},hex:Ia,formatHex:Ia,formatHex8:Oo,formatRgb:Ba,toString:Ba}));function Ia(){return`#${Ne(this.r)}${Ne(this.g)}${Ne(this.b)}`}function Oo(){return`#${Ne(this.r)}${Ne(this.g)}${Ne(this.b)}${Ne((isNaN(this.opacity)?1:this.opacity)*255)}`}function Ba(){let t=_i(this.opacity);return`${t===1?"rgb(":"rgba("}${Fe(this.r)}, ${Fe(this.g)}, ${Fe(this.b)}${t===1?")":`, ${t})`}`}function _i(t){return isNaN(t)?1:Math.max(0,Math.min(1,t))}function Fe(t){return Math.max(0,Math.min(255,Math.round(t)||0))}function Ne(t){return t=Fe(t),(t<16?"0":"")+t.toString(16)}function Va(t,e,i,s){return s<=0?t=e=i=NaN:i<=0||i>=1?t=e=NaN:e<=0&&(t=NaN),new ue(t,e,i,s)}function $a(t){if(t instanceof ue)return new ue(t.h,t.s,t.l,t.opacity);if(t instanceof Pe||(t=qe(t)),!t)return new ue;if(t instanceof ue)return t;t=t.rgb();var e=t.r/255,i=t.g/255,s=t.b/255,a=Math.min(e,i,s),u=Math.max(e,i,s),p=NaN,b=u-a,E=(u+a)/2;return b?(e===u?p=(i-s)/b+(i<s)*6:i===u?p=(s-e)/b+2:p=(e-i)/b+4,b/=E<.5?u+a:2-u-a,p*=60):b=E>0&&E<1?0:p,new ue(p,b,E,t.opacity)}function Uo(t,e,i,s){return arguments.length===1?$a(t):new ue(t,e,i,s??1)}function ue(t,e,i,s){this.h=+t,this.s=+e,this.l=+i,this.opacity=+s}at(ue,Uo,Ct(Pe,{brighter(t){return t=t==null?rt:Math.pow(rt,t),new ue(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?$e:Math.pow($e,t),new ue(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=this.h%360+(this.h<0)*360,e=isNaN(t)||isNaN(this.s)?0:this.s,i=this.l,s=i+(i<.5?i:1-i)*e,a=2*i-s;return new Y(gr(t>=240?t-240:t+120,a,s),gr(t,a,s),gr(t<120?t+240:t-120,a,s),this.opacity)},clamp(){return new ue(Wa(this.h),xi(this.s),xi(this.l),_i(this.opacity))},displayable(){return(0<=this.s&&this.s<=1||isNaN(this.s))&&0<=this.l&&this.l<=1&&0<=this.opacity&&this.opacity<=1},formatHsl(){let t=_i(this.opacity);return`${t===1?"hsl(":"hsla("}${Wa(this.h)}, ${xi(this.s)*100}%, ${xi(this.l)*100}%${t===1?")":`, ${t})`}`}}));function Wa(t){return t=(t||0)%360,t<0?t+360:t}function xi(t){return Math.max(0,Math.min(1,t||0))}function gr(t,e,i){return(t<60?e+(i-e)*t/60:t<180?i:t<240?e+(i-e)*(240-t)/60:e)*255}var qa=Math.PI/180,Ka=180/Math.PI,yi=18,Ga=.96422,Ya=1,Ja=.82521,Za=4/29,st=6/29,Xa=3*st*st,Lo=st*st*st;function Qa(t){if(t instanceof ge)return new ge(t.l,t.a,t.b,t.opacity);if(t instanceof je)return en(t);t instanceof Y||(t=vr(t));var e=wr(t.r),i=wr(t.g),s=wr(t.b),a=fr((.2225045*e+.7168786*i+.0606169*s)/Ya),u,p;return e===i&&i===s?u=p=a:(u=fr((.4360747*e+.3850649*i+.1430804*s)/Ga),p=fr((.0139322*e+.0971045*i+.7141733*s)/Ja)),new ge(116*a-16,500*(u-a),200*(a-p),t.opacity)}function zo(t,e,i,s){return arguments.length===1?Qa(t):new ge(t,e,i,s??1)}function ge(t,e,i,s){this.l=+t,this.a=+e,this.b=+i,this.opacity=+s}at(ge,zo,Ct(Pe,{brighter(t){return new ge(this.l+yi*(t??1),this.a,this.b,this.opacity)},darker(t){return new ge(this.l-yi*(t??1),this.a,this.b,this.opacity)},rgb(){var t=(this.l+16)/116,e=isNaN(this.a)?t:t+this.a/500,i=isNaN(this.b)?t:t-this.b/200;return e=Ga*mr(e),t=Ya*mr(t),i=Ja*mr(i),new Y(br(3.1338561*e-1.6168667*t-.4906146*i),br(-.9787684*e+1.9161415*t+.033454*i),br(.0719453*e-.2289914*t+1.4052427*i),this.opacity)}}));function fr(t){return t>Lo?Math.pow(t,1/3):t/Xa+Za}function mr(t){return t>st?t*t*t:Xa*(t-Za)}function br(t){return 255*(t<=.0031308?12.92*t:1.055*Math.pow(t,1/2.4)-.055)}function wr(t){return(t/=255)<=.04045?t/12.92:Math.pow((t+.055)/1.055,2.4)}function Mo(t){if(t instanceof je)return new je(t.h,t.c,t.l,t.opacity);if(t instanceof ge||(t=Qa(t)),t.a===0&&t.b===0)return new je(NaN,0<t.l&&t.l<100?0:NaN,t.l,t.opacity);var e=Math.atan2(t.b,t.a)*Ka;return new je(e<0?e+360:e,Math.sqrt(t.a*t.a+t.b*t.b),t.l,t.opacity)}function Io(t,e,i,s){return arguments.length===1?Mo(t):new je(t,e,i,s??1)}function je(t,e,i,s){this.h=+t,this.c=+e,this.l=+i,this.opacity=+s}function en(t){if(isNaN(t.h))return new ge(t.l,0,0,t.opacity);var e=t.h*qa;return new ge(t.l,Math.cos(e)*t.c,Math.sin(e)*t.c,t.opacity)}at(je,Io,Ct(Pe,{brighter(t){return new je(this.h,this.c,this.l+yi*(t??1),this.opacity)},darker(t){return new je(this.h,this.c,this.l-yi*(t??1),this.opacity)},rgb(){return en(this).rgb()}}));var tn=-.14861,xr=1.78277,_r=-.29227,ji=-.90649,Et=1.97294,Na=Et*ji,Fa=Et*xr,Ha=xr*_r-ji*tn;function Bo(t){if(t instanceof He)return new He(t.h,t.s,t.l,t.opacity);t instanceof Y||(t=vr(t));var e=t.r/255,i=t.g/255,s=t.b/255,a=(Ha*s+Na*e-Fa*i)/(Ha+Na-Fa),u=s-a,p=(Et*(i-a)-_r*u)/ji,b=Math.sqrt(p*p+u*u)/(Et*a*(1-a)),E=b?Math.atan2(p,u)*Ka-120:NaN;return new He(E<0?E+360:E,b,a,t.opacity)}function Vo(t,e,i,s){return arguments.length===1?Bo(t):new He(t,e,i,s??1)}function He(t,e,i,s){this.h=+t,this.s=+e,this.l=+i,this.opacity=+s}at(He,Vo,Ct(Pe,{brighter(t){return t=t==null?rt:Math.pow(rt,t),new He(this.h,this.s,this.l*t,this.opacity)},darker(t){return t=t==null?$e:Math.pow($e,t),new He(this.h,this.s,this.l*t,this.opacity)},rgb(){var t=isNaN(this.h)?0:(this.h+120)*qa,e=+this.l,i=isNaN(this.s)?0:this.s*e*(1-e),s=Math.cos(t),a=Math.sin(t);return new Y(255*(e+i*(tn*s+xr*a)),255*(e+i*(_r*s+ji*a)),255*(e+i*(Et*s)),this.opacity)}}));function No(t){return t.replace(/^\s+|\s+$/g,"")}function Fo(t,e,i){return Math.min(Math.max(t,e),i)}function sn(t){for(;t.firstChild;)t.removeChild(t.firstChild)}var yr=class{constructor(e,i,s){this.start=e,this.dx=i,this.max=s}isSelected(e){let i,s;return this.dx>=0?(i=this.start,s=this.start+this.dx):(i=this.start+this.dx,s=this.start),i<=e&&e<s}updateSelection(e){this.dx+=e,this.start+this.dx>this.max&&(this.dx=this.max-this.start),this.start+this.dx<0&&(this.dx=-this.start)}},Ei=class extends U{defaults(){return Object.assign(Object.assign({},super.defaults()),{value:[],placeholder:"​",allowed_tags:null,allow_duplicates:!0})}},Ci=class extends P{constructor(){super(...arguments),this.hoveredTag=null,this.hoveredTagIndex=null}render(){super.render(),this.el.classList.add("jupyter-widgets"),this.el.classList.add("jupyter-widget-tagsinput"),this.taginputWrapper=document.createElement("div"),this.model.get("value").length?this.taginputWrapper.style.display="none":this.taginputWrapper.style.display="inline-block",this.datalistID=B(),this.taginput=document.createElement("input"),this.taginput.classList.add("jupyter-widget-tag"),this.taginput.classList.add("jupyter-widget-taginput"),this.taginput.setAttribute("list",this.datalistID),this.taginput.setAttribute("type","text"),this.autocompleteList=document.createElement("datalist"),this.autocompleteList.id=this.datalistID,this.updateAutocomplete(),this.model.on("change:allowed_tags",this.updateAutocomplete.bind(this)),this.updatePlaceholder(),this.model.on("change:placeholder",this.updatePlaceholder.bind(this)),this.taginputWrapper.classList.add("widget-text"),this.taginputWrapper.appendChild(this.taginput),this.taginputWrapper.appendChild(this.autocompleteList),this.el.onclick=this.focus.bind(this),this.el.ondrop=e=>{let i=this.hoveredTagIndex==null?this.tags.length:this.hoveredTagIndex;return this.ondrop(e,i)},this.el.ondragover=this.ondragover.bind(this),this.taginput.onchange=this.handleValueAdded.bind(this),this.taginput.oninput=this.resizeInput.bind(this),this.taginput.onkeydown=this.handleKeyEvent.bind(this),this.taginput.onblur=this.loseFocus.bind(this),this.resizeInput(),this.inputIndex=this.model.get("value").length,this.selection=null,this.preventLoosingFocus=!1,this.update()}update(){this.preventLoosingFocus=!0,sn(this.el),this.tags=[];let e=this.model.get("value");this.inputIndex=e.length;for(let i in e){let s=parseInt(i),a=this.createTag(e[s],s,this.selection!=null&&this.selection.isSelected(s));a.draggable=!0,a.ondragstart=((u,p)=>b=>{this.ondragstart(b,u,p,this.model.model_id)})(s,e[s]),a.ondrop=(u=>p=>{this.ondrop(p,u)})(s),a.ondragover=this.ondragover.bind(this),a.ondragenter=(u=>p=>{this.ondragenter(p,u)})(s),a.ondragend=this.ondragend.bind(this),this.tags.push(a),this.el.appendChild(a)}return this.el.insertBefore(this.taginputWrapper,this.el.children[this.inputIndex]),this.model.get("value").length?this.taginputWrapper.style.display="none":this.taginputWrapper.style.display="inline-block",this.preventLoosingFocus=!1,super.update()}updateAutocomplete(){sn(this.autocompleteList);let e=this.model.get("allowed_tags");for(let i of e){let s=document.createElement("option");s.value=i,this.autocompleteList.appendChild(s)}}updatePlaceholder(){this.taginput.placeholder=this.model.get("placeholder"),this.resizeInput()}updateTags(){let e=this.model.get("value");for(let i in this.tags){let s=parseInt(i);this.updateTag(this.tags[s],e[s],s,this.selection!=null&&this.selection.isSelected(s))}}handleValueAdded(e){let i=No(this.taginput.value),s=this.inputIndex;if(i=="")return;this.inputIndex++,this.addTag(s,i)&&(this.taginput.value="",this.resizeInput(),this.focus())}addTag(e,i){let s=this.model.get("value"),a;try{a=this.validateValue(i)}catch{return!1}let u=this.model.get("allowed_tags");if(u.length&&!u.includes(a)||!this.model.get("allow_duplicates")&&s.includes(a))return!1;this.selection=null;let p=[...s];return p.splice(e,0,a),this.model.set("value",p),this.model.save_changes(),!0}resizeInput(){let e;this.taginput.value.length!=0?e=this.taginput.value:e=this.model.get("placeholder");let i=e.length+1;this.taginput.setAttribute("size",String(i))}handleKeyEvent(e){let i=this.model.get("value").length;if(this.taginput.value.length)return;let s=this.inputIndex;switch(e.key){case"ArrowLeft":e.ctrlKey&&e.shiftKey&&this.select(s,-s),!e.ctrlKey&&e.shiftKey&&this.select(s,-1),e.ctrlKey?this.inputIndex=0:this.inputIndex--;break;case"ArrowRight":e.ctrlKey&&e.shiftKey&&this.select(s,i-s),!e.ctrlKey&&e.shiftKey&&this.select(s,1),e.ctrlKey?this.inputIndex=i:this.inputIndex++;break;case"Backspace":this.selection?this.removeSelectedTags():this.removeTag(this.inputIndex-1);break;case"Delete":this.selection?this.removeSelectedTags():this.removeTag(this.inputIndex);break;default:return}e.shiftKey||(this.selection=null),this.inputIndex=Fo(this.inputIndex,0,i),this.update(),this.focus()}ondragstart(e,i,s,a){e.dataTransfer!=null&&(e.dataTransfer.setData("index",String(i)),e.dataTransfer.setData("tagValue",String(s)),e.dataTransfer.setData("origin",a))}ondrop(e,i){if(e.dataTransfer==null)return;e.preventDefault(),e.stopPropagation();let s=e.dataTransfer.getData("tagValue"),a=parseInt(e.dataTransfer.getData("index")),u=e.dataTransfer.getData("origin")==this.model.model_id;if(!isNaN(a)){if(u){let b=[...this.model.get("value")];a<i&&i--,b.splice(a,1),b.splice(i,0,s),this.model.set("value",b),this.model.save_changes();return}this.addTag(i,s)}}ondragover(e){e.preventDefault()}ondragenter(e,i){this.hoveredTag!=null&&this.hoveredTag!=this.tags[i]&&(this.hoveredTag.style.marginLeft="1px"),this.hoveredTag=this.tags[i],this.hoveredTagIndex=i,this.hoveredTag.style.marginLeft="30px"}ondragend(){this.hoveredTag!=null&&(this.hoveredTag.style.marginLeft="1px"),this.hoveredTag=null,this.hoveredTagIndex=null}select(e,i){let s=this.model.get("value").length;this.selection?this.selection.updateSelection(i):this.selection=new yr(e,i,s)}removeSelectedTags(){let e=[...this.model.get("value")],i=e.length;for(let s=i-1;s>=0;s--)this.selection!=null&&this.selection.isSelected(s)&&(e.splice(s,1),s<this.inputIndex&&this.inputIndex--);this.model.set("value",e),this.model.save_changes()}removeTag(e){let i=[...this.model.get("value")];i.splice(e,1),e<this.inputIndex&&this.inputIndex--,this.model.set("value",i),this.model.save_changes()}focus(){this.taginputWrapper.style.display="inline-block",this.taginput.focus()}loseFocus(){this.preventLoosingFocus||(this.model.get("value").length&&(this.taginputWrapper.style.display="none"),this.selection=null,this.updateTags())}preinitialize(){this.tagName="div"}validateValue(e){return e}},Di=class extends Ei{defaults(){return Object.assign(Object.assign({},super.defaults()),{value:[],tag_style:"",_view_name:"TagsInputView",_model_name:"TagsInputModel"})}},Dt=class t extends Ci{createTag(e,i,s){let a=document.createElement("div"),u=this.model.get("tag_style");a.classList.add("jupyter-widget-tag"),a.classList.add(t.class_map[u]),s&&a.classList.add("mod-active"),a.appendChild(document.createTextNode(this.getTagText(e)));let p=document.createElement("i");return p.classList.add("fa"),p.classList.add("fa-times"),p.classList.add("jupyter-widget-tag-close"),a.appendChild(p),p.onmousedown=(b=>()=>{this.removeTag(b),this.loseFocus()})(i),a}getTagText(e){return e}updateTag(e,i,s,a){a?e.classList.add("mod-active"):e.classList.remove("mod-active")}};Dt.class_map={primary:"mod-primary",success:"mod-success",info:"mod-info",warning:"mod-warning",danger:"mod-danger"};var jr=class extends Ei{defaults(){return Object.assign(Object.assign({},super.defaults()),{value:[],_view_name:"ColorsInputView",_model_name:"ColorsInputModel"})}},Er=class extends Ci{createTag(e,i,s){let a=document.createElement("div"),u=e,p=qe(e).darker().toString();a.classList.add("jupyter-widget-tag"),a.classList.add("jupyter-widget-colortag"),s?(a.classList.add("mod-active"),a.style.backgroundColor=p):a.style.backgroundColor=u;let b=document.createElement("i");return b.classList.add("fa"),b.classList.add("fa-times"),b.classList.add("jupyter-widget-tag-close"),a.appendChild(b),b.onmousedown=(E=>()=>{this.removeTag(E),this.loseFocus()})(i),a}updateTag(e,i,s,a){let u=i,p=qe(i).darker().toString();a?(e.classList.add("mod-active"),e.style.backgroundColor=p):(e.classList.remove("mod-active"),e.style.backgroundColor=u)}validateValue(e){if(qe(e)==null)throw e+" is not a valid Color";return e}},Ti=class extends Di{defaults(){return Object.assign(Object.assign({},super.defaults()),{min:null,max:null})}},ki=class extends Dt{render(){this.model.on("change:format",()=>{this.formatter=_e(this.model.get("format")),this.update()}),this.formatter=_e(this.model.get("format")),super.render()}getTagText(e){return this.formatter(this.parseNumber(e))}validateValue(e){let i=this.parseNumber(e),s=this.model.get("min"),a=this.model.get("max");if(isNaN(i)||s!=null&&i<s||a!=null&&i>a)throw e+" is not a valid number, it should be in the range ["+s+", "+a+"]";return i}},Cr=class extends Ti{defaults(){return Object.assign(Object.assign({},super.defaults()),{_view_name:"FloatsInputView",_model_name:"FloatsInputModel",format:".1f"})}},Dr=class extends ki{parseNumber(e){return parseFloat(e)}},Tr=class extends Ti{defaults(){return Object.assign(Object.assign({},super.defaults()),{_view_name:"IntsInputView",_model_name:"IntsInputModel",format:"d"})}},kr=class extends ki{parseNumber(e){let i=parseInt(e);if(i!=parseFloat(e))throw e+" should be an integer";return i}};var Ho="jpwidgets-invalidComboValue",Ee=class extends V{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"StringStyleModel",_model_module:"@jupyter-widgets/controls",_model_module_version:F})}};Ee.styleProperties=Object.assign(Object.assign({},V.styleProperties),{background:{selector:"",attribute:"background",default:null},font_size:{selector:"",attribute:"font-size",default:""},text_color:{selector:"",attribute:"color",default:""}});var Si=class extends Ee{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"HTMLStyleModel",_model_module:"@jupyter-widgets/controls",_model_module_version:F})}};Si.styleProperties=Object.assign({},Ee.styleProperties);var Ai=class extends Ee{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"HTMLMathStyleModel",_model_module:"@jupyter-widgets/controls",_model_module_version:F})}};Ai.styleProperties=Object.assign({},Ee.styleProperties);var Pi=class extends Ee{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"LabelStyleModel",_model_module:"@jupyter-widgets/controls",_model_module_version:F})}};Pi.styleProperties=Object.assign(Object.assign({},Ee.styleProperties),{font_family:{selector:"",attribute:"font-family",default:""},font_style:{selector:"",attribute:"font-style",default:""},font_variant:{selector:"",attribute:"font-variant",default:""},font_weight:{selector:"",attribute:"font-weight",default:""},text_decoration:{selector:"",attribute:"text-decoration",default:""}});var Ri=class extends V{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"TextStyleModel",_model_module:"@jupyter-widgets/controls",_model_module_version:F})}};Ri.styleProperties=Object.assign(Object.assign({},V.styleProperties),{background:{selector:".widget-input",attribute:"background",default:null},font_size:{selector:".widget-input",attribute:"font-size",default:""},text_color:{selector:".widget-input",attribute:"color",default:""}});var Re=class extends M{defaults(){return Object.assign(Object.assign({},super.defaults()),{value:"",disabled:!1,placeholder:"​",_model_name:"StringModel"})}},Oe=class extends O{render(){super.render(),this.el.classList.add("jupyter-widgets"),this.el.classList.add("widget-inline-hbox")}},Sr=class extends Re{defaults(){return Object.assign(Object.assign({},super.defaults()),{_view_name:"HTMLView",_model_name:"HTMLModel"})}},Ar=class extends Oe{render(){super.render(),this.el.classList.add("widget-html"),this.content=document.createElement("div"),this.content.classList.add("widget-html-content"),this.el.appendChild(this.content),this.update()}update(){return this.content.innerHTML=this.model.get("value"),super.update()}handle_message(e){e.do==="focus"?this.content.focus():e.do==="blur"&&this.content.blur()}},Pr=class extends Re{defaults(){return Object.assign(Object.assign({},super.defaults()),{_view_name:"HTMLMathView",_model_name:"HTMLMathModel"})}},Rr=class extends Oe{render(){super.render(),this.el.classList.add("widget-htmlmath"),this.content=document.createElement("div"),this.content.classList.add("widget-htmlmath-content"),this.el.appendChild(this.content),this.update()}update(){return this.content.innerHTML=this.model.get("value"),this.typeset(this.content),super.update()}handle_message(e){e.do==="focus"?this.content.focus():e.do==="blur"&&this.content.blur()}},Or=class extends Re{defaults(){return Object.assign(Object.assign({},super.defaults()),{_view_name:"LabelView",_model_name:"LabelModel"})}},Ur=class extends Oe{render(){super.render(),this.el.classList.add("widget-label"),this.update()}update(){return this.typeset(this.el,this.model.get("value")),super.update()}},Lr=class extends Re{defaults(){return Object.assign(Object.assign({},super.defaults()),{_view_name:"TextareaView",_model_name:"TextareaModel",rows:null,continuous_update:!0})}},zr=class extends Oe{render(){super.render(),this.el.classList.add("widget-textarea"),this.textbox=document.createElement("textarea"),this.textbox.setAttribute("rows","5"),this.textbox.id=this.label.htmlFor=B(),this.textbox.classList.add("widget-input"),this.el.appendChild(this.textbox),this.update(),this.listenTo(this.model,"change:placeholder",(e,i,s)=>{this.update_placeholder(i)}),this.update_placeholder(),this.updateTooltip()}update_placeholder(e){let i=e||this.model.get("placeholder");this.textbox.setAttribute("placeholder",i.toString())}update(e){if(e===void 0||e.updated_view!==this){this.textbox.value=this.model.get("value");let i=this.model.get("rows");i===null&&(i=""),this.textbox.setAttribute("rows",i),this.textbox.disabled=this.model.get("disabled")}return this.updateTabindex(),this.updateTooltip(),super.update()}updateTabindex(){if(!this.textbox)return;let e=this.model.get("tabbable");e===!0?this.textbox.setAttribute("tabIndex","0"):e===!1?this.textbox.setAttribute("tabIndex","-1"):e===null&&this.textbox.removeAttribute("tabIndex")}updateTooltip(){if(!this.textbox)return;let e=this.model.get("tooltip");e?this.model.get("description").length===0&&this.textbox.setAttribute("title",e):this.textbox.removeAttribute("title")}events(){return{"keydown textarea":"handleKeyDown","keypress textarea":"handleKeypress","input textarea":"handleChanging","change textarea":"handleChanged"}}handleKeyDown(e){e.stopPropagation()}handleKeypress(e){e.stopPropagation()}handleChanging(e){this.model.get("continuous_update")&&this.handleChanged(e)}handleChanged(e){let i=e.target;this.model.set("value",i.value,{updated_view:this}),this.touch()}handle_message(e){e.do==="focus"?this.textbox.focus():e.do==="blur"&&this.textbox.blur()}},Tt=class extends Re{defaults(){return Object.assign(Object.assign({},super.defaults()),{_view_name:"TextView",_model_name:"TextModel",continuous_update:!0})}},kt=class extends Oe{constructor(){super(...arguments),this.inputType="text"}render(){super.render(),this.el.classList.add("widget-text"),this.textbox=document.createElement("input"),this.textbox.setAttribute("type",this.inputType),this.textbox.id=this.label.htmlFor=B(),this.textbox.classList.add("widget-input"),this.el.appendChild(this.textbox),this.update(),this.listenTo(this.model,"change:placeholder",(e,i,s)=>{this.update_placeholder(i)}),this.update_placeholder(),this.updateTabindex(),this.updateTooltip()}update_placeholder(e){this.textbox.setAttribute("placeholder",e||this.model.get("placeholder"))}updateTabindex(){if(!this.textbox)return;let e=this.model.get("tabbable");e===!0?this.textbox.setAttribute("tabIndex","0"):e===!1?this.textbox.setAttribute("tabIndex","-1"):e===null&&this.textbox.removeAttribute("tabIndex")}updateTooltip(){if(!this.textbox)return;let e=this.model.get("tooltip");e?this.model.get("description").length===0&&this.textbox.setAttribute("title",e):this.textbox.removeAttribute("title")}update(e){return(e===void 0||e.updated_view!==this)&&(this.textbox.value!==this.model.get("value")&&(this.textbox.value=this.model.get("value")),this.textbox.disabled=this.model.get("disabled")),super.update()}events(){return{"keydown input":"handleKeyDown","keypress input":"handleKeypress","input input":"handleChanging","change input":"handleChanged"}}handleKeyDown(e){e.stopPropagation()}handleKeypress(e){e.stopPropagation(),e.keyCode===13&&this.send({event:"submit"})}handleChanging(e){this.model.get("continuous_update")&&this.handleChanged(e)}handleChanged(e){let i=e.target;this.model.set("value",i.value,{updated_view:this}),this.touch()}handle_message(e){e.do==="focus"?this.textbox.focus():e.do==="blur"&&this.textbox.blur()}},Mr=class extends Tt{defaults(){return Object.assign(Object.assign({},super.defaults()),{_view_name:"PasswordView",_model_name:"PasswordModel"})}},Ir=class extends kt{constructor(){super(...arguments),this.inputType="password"}},Br=class extends Tt{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"ComboboxModel",_view_name:"ComboboxView",options:[],ensure_options:!1})}},Vr=class extends kt{constructor(){super(...arguments),this.isInitialRender=!0}render(){this.datalist=document.createElement("datalist"),this.datalist.id=B(),super.render(),this.textbox.setAttribute("list",this.datalist.id),this.el.appendChild(this.datalist),this.updateTooltip()}update(e){if(super.update(e),!this.datalist)return;let i=this.isValid(this.model.get("value"));if(this.highlightValidState(i),e!==void 0&&e.updated_view||!this.model.hasChanged("options")&&!this.isInitialRender)return;this.isInitialRender=!1;let s=this.model.get("options"),a=document.createDocumentFragment();for(let u of s){let p=document.createElement("option");p.value=u,a.appendChild(p)}this.datalist.replaceChildren(...a.children)}isValid(e){return!(this.model.get("ensure_option")===!0&&this.model.get("options").indexOf(e)===-1)}handleChanging(e){let i=e.target,s=this.isValid(i.value);this.highlightValidState(s),s&&super.handleChanging(e)}handleChanged(e){let i=e.target,s=this.isValid(i.value);this.highlightValidState(s),s&&super.handleChanged(e)}handle_message(e){e.do==="focus"?this.textbox.focus():e.do==="blur"&&this.textbox.blur()}highlightValidState(e){this.textbox.classList.toggle(Ho,!e)}};var Oi=class extends U{defaults(){return Object.assign(Object.assign({},super.defaults()),{_model_name:"FileUploadModel",_view_name:"FileUploadView",accept:"",description:"Upload",disabled:!1,icon:"upload",button_style:"",multiple:!1,value:[],error:"",style:null})}};Oi.serializers=Object.assign(Object.assign({},U.serializers),{value:{serialize:t=>t}});var Ui=class t extends P{preinitialize(){this.tagName="button"}render(){super.render(),this.el.classList.add("jupyter-widgets"),this.el.classList.add("widget-upload"),this.el.classList.add("jupyter-button"),this.fileInput=document.createElement("input"),this.fileInput.type="file",this.fileInput.style.display="none",this.el.addEventListener("click",()=>{this.fileInput.click()}),this.fileInput.addEventListener("click",()=>{this.fileInput.value=""}),this.fileInput.addEventListener("change",()=>{var e;let i=[];Array.from((e=this.fileInput.files)!==null&&e!==void 0?e:[]).forEach(s=>{i.push(new Promise((a,u)=>{let p=new FileReader;p.onload=()=>{let b=p.result;a({content:b,name:s.name,type:s.type,size:s.size,last_modified:s.lastModified})},p.onerror=()=>{u()},p.onabort=p.onerror,p.readAsArrayBuffer(s)}))}),Promise.all(i).then(s=>{this.model.set({value:s,error:""}),this.touch()}).catch(s=>{console.error("error in file upload: %o",s),this.model.set({error:s}),this.touch()})}),this.listenTo(this.model,"change:button_style",this.update_button_style),this.set_button_style(),this.update()}update(){this.el.disabled=this.model.get("disabled"),this.el.setAttribute("title",this.model.get("tooltip"));let e=this.model.get("value"),i=`${this.model.get("description")} (${e.length})`,s=this.model.get("icon");if(i.length||s.length){if(this.el.textContent="",s.length){let a=document.createElement("i");a.classList.add("fa"),a.classList.add("fa-"+s),i.length===0&&a.classList.add("center"),this.el.appendChild(a)}this.el.appendChild(document.createTextNode(i))}return this.fileInput.accept=this.model.get("accept"),this.fileInput.multiple=this.model.get("multiple"),super.update()}update_button_style(){this.update_mapped_classes(t.class_map,"button_style",this.el)}set_button_style(){this.set_mapped_classes(t.class_map,"button_style",this.el)}};Ui.class_map={primary:["mod-primary"],success:["mod-success"],info:["mod-info"],warning:["mod-warning"],danger:["mod-danger"]};var qo=rn().version;var an=`/*-----------------------------------------------------------------------------
| Copyright (c) Jupyter Development Team.
| Distributed under the terms of the Modified BSD License.
|----------------------------------------------------------------------------*/

/*
This file is copied from the JupyterLab project to define default styling for
when the widget styling is compiled down to eliminate CSS variables. We make one
change - we comment out the font import below.
*/

@import './materialcolors.css';

/*
The following CSS variables define the main, public API for styling JupyterLab.
These variables should be used by all plugins wherever possible. In other
words, plugins should not define custom colors, sizes, etc unless absolutely
necessary. This enables users to change the visual theme of JupyterLab
by changing these variables.

Many variables appear in an ordered sequence (0,1,2,3). These sequences
are designed to work well together, so for example, \`--jp-border-color1\` should
be used with \`--jp-layout-color1\`. The numbers have the following meanings:

* 0: super-primary, reserved for special emphasis
* 1: primary, most important under normal situations
* 2: secondary, next most important under normal situations
* 3: tertiary, next most important under normal situations

Throughout JupyterLab, we are mostly following principles from Google's
Material Design when selecting colors. We are not, however, following
all of MD as it is not optimized for dense, information rich UIs.
*/

/*
 * Optional monospace font for input/output prompt.
 */
/* Commented out in ipywidgets since we don't need it. */
/* @import url('https://fonts.googleapis.com/css?family=Roboto+Mono'); */

/*
 * Added for compatibility with output area
 */
:root {
  --jp-icon-search: none;
  --jp-ui-select-caret: none;
}

:root {
  /* Borders

  The following variables, specify the visual styling of borders in JupyterLab.
   */

  --jp-border-width: 1px;
  --jp-border-color0: var(--md-grey-700);
  --jp-border-color1: var(--md-grey-500);
  --jp-border-color2: var(--md-grey-300);
  --jp-border-color3: var(--md-grey-100);

  /* UI Fonts

  The UI font CSS variables are used for the typography all of the JupyterLab
  user interface elements that are not directly user generated content.
  */

  --jp-ui-font-scale-factor: 1.2;
  --jp-ui-font-size0: calc(
    var(--jp-ui-font-size1) / var(--jp-ui-font-scale-factor)
  );
  --jp-ui-font-size1: 13px; /* Base font size */
  --jp-ui-font-size2: calc(
    var(--jp-ui-font-size1) * var(--jp-ui-font-scale-factor)
  );
  --jp-ui-font-size3: calc(
    var(--jp-ui-font-size2) * var(--jp-ui-font-scale-factor)
  );
  --jp-ui-icon-font-size: 14px; /* Ensures px perfect FontAwesome icons */
  --jp-ui-font-family: 'Helvetica Neue', Helvetica, Arial, sans-serif;

  /* Use these font colors against the corresponding main layout colors.
     In a light theme, these go from dark to light.
  */

  --jp-ui-font-color0: rgba(0, 0, 0, 1);
  --jp-ui-font-color1: rgba(0, 0, 0, 0.8);
  --jp-ui-font-color2: rgba(0, 0, 0, 0.5);
  --jp-ui-font-color3: rgba(0, 0, 0, 0.3);

  /* Use these against the brand/accent/warn/error colors.
     These will typically go from light to darker, in both a dark and light theme
   */

  --jp-ui-inverse-font-color0: rgba(255, 255, 255, 1);
  --jp-ui-inverse-font-color1: rgba(255, 255, 255, 1);
  --jp-ui-inverse-font-color2: rgba(255, 255, 255, 0.7);
  --jp-ui-inverse-font-color3: rgba(255, 255, 255, 0.5);

  /* Content Fonts

  Content font variables are used for typography of user generated content.
  */

  --jp-content-font-size: 13px;
  --jp-content-line-height: 1.5;
  --jp-content-font-color0: black;
  --jp-content-font-color1: black;
  --jp-content-font-color2: var(--md-grey-700);
  --jp-content-font-color3: var(--md-grey-500);

  --jp-ui-font-scale-factor: 1.2;
  --jp-ui-font-size0: calc(
    var(--jp-ui-font-size1) / var(--jp-ui-font-scale-factor)
  );
  --jp-ui-font-size1: 13px; /* Base font size */
  --jp-ui-font-size2: calc(
    var(--jp-ui-font-size1) * var(--jp-ui-font-scale-factor)
  );
  --jp-ui-font-size3: calc(
    var(--jp-ui-font-size2) * var(--jp-ui-font-scale-factor)
  );

  --jp-code-font-size: 13px;
  --jp-code-line-height: 1.307;
  --jp-code-padding: 5px;
  --jp-code-font-family: monospace;

  /* Layout

  The following are the main layout colors use in JupyterLab. In a light
  theme these would go from light to dark.
  */

  --jp-layout-color0: white;
  --jp-layout-color1: white;
  --jp-layout-color2: var(--md-grey-200);
  --jp-layout-color3: var(--md-grey-400);

  /* Brand/accent */

  --jp-brand-color0: var(--md-blue-700);
  --jp-brand-color1: var(--md-blue-500);
  --jp-brand-color2: var(--md-blue-300);
  --jp-brand-color3: var(--md-blue-100);

  --jp-accent-color0: var(--md-green-700);
  --jp-accent-color1: var(--md-green-500);
  --jp-accent-color2: var(--md-green-300);
  --jp-accent-color3: var(--md-green-100);

  /* State colors (warn, error, success, info) */

  --jp-warn-color0: var(--md-orange-700);
  --jp-warn-color1: var(--md-orange-500);
  --jp-warn-color2: var(--md-orange-300);
  --jp-warn-color3: var(--md-orange-100);

  --jp-error-color0: var(--md-red-700);
  --jp-error-color1: var(--md-red-500);
  --jp-error-color2: var(--md-red-300);
  --jp-error-color3: var(--md-red-100);

  --jp-success-color0: var(--md-green-700);
  --jp-success-color1: var(--md-green-500);
  --jp-success-color2: var(--md-green-300);
  --jp-success-color3: var(--md-green-100);

  --jp-info-color0: var(--md-cyan-700);
  --jp-info-color1: var(--md-cyan-500);
  --jp-info-color2: var(--md-cyan-300);
  --jp-info-color3: var(--md-cyan-100);

  /* Cell specific styles */

  --jp-cell-padding: 5px;
  --jp-cell-editor-background: #f7f7f7;
  --jp-cell-editor-border-color: #cfcfcf;
  --jp-cell-editor-background-edit: var(--jp-ui-layout-color1);
  --jp-cell-editor-border-color-edit: var(--jp-brand-color1);
  --jp-cell-prompt-width: 100px;
  --jp-cell-prompt-font-family: 'Roboto Mono', monospace;
  --jp-cell-prompt-letter-spacing: 0px;
  --jp-cell-prompt-opacity: 1;
  --jp-cell-prompt-opacity-not-active: 0.4;
  --jp-cell-prompt-font-color-not-active: var(--md-grey-700);
  /* A custom blend of MD grey and blue 600
   * See https://meyerweb.com/eric/tools/color-blend/#546E7A:1E88E5:5:hex */
  --jp-cell-inprompt-font-color: #307fc1;
  /* A custom blend of MD grey and orange 600
   * https://meyerweb.com/eric/tools/color-blend/#546E7A:F4511E:5:hex */
  --jp-cell-outprompt-font-color: #bf5b3d;

  /* Notebook specific styles */

  --jp-notebook-padding: 10px;
  --jp-notebook-scroll-padding: 100px;

  /* Console specific styles */

  --jp-console-background: var(--md-grey-100);

  /* Toolbar specific styles */

  --jp-toolbar-border-color: var(--md-grey-400);
  --jp-toolbar-micro-height: 8px;
  --jp-toolbar-background: var(--jp-layout-color0);
  --jp-toolbar-box-shadow: 0px 0px 2px 0px rgba(0, 0, 0, 0.24);
  --jp-toolbar-header-margin: 4px 4px 0px 4px;
  --jp-toolbar-active-background: var(--md-grey-300);
}
`;var nn=`/* Copyright (c) Jupyter Development Team.
 * Distributed under the terms of the Modified BSD License.
 */

/*
 * We assume that the CSS variables in
 * https://github.com/jupyterlab/jupyterlab/blob/master/src/default-theme/variables.css
 * have been defined.
 */

@import './lumino.css';
@import './nouislider.css';

:root {
  --jp-widgets-color: var(--jp-content-font-color1);
  --jp-widgets-label-color: var(--jp-widgets-color);
  --jp-widgets-readout-color: var(--jp-widgets-color);
  --jp-widgets-font-size: var(--jp-ui-font-size1);
  --jp-widgets-margin: 2px;
  --jp-widgets-inline-height: 28px;
  --jp-widgets-inline-width: 300px;
  --jp-widgets-inline-width-short: calc(
    var(--jp-widgets-inline-width) / 2 - var(--jp-widgets-margin)
  );
  --jp-widgets-inline-width-tiny: calc(
    var(--jp-widgets-inline-width-short) / 2 - var(--jp-widgets-margin)
  );
  --jp-widgets-inline-margin: 4px; /* margin between inline elements */
  --jp-widgets-inline-label-width: 80px;
  --jp-widgets-border-width: var(--jp-border-width);
  --jp-widgets-vertical-height: 200px;
  --jp-widgets-horizontal-tab-height: 24px;
  --jp-widgets-horizontal-tab-width: 144px;
  --jp-widgets-horizontal-tab-top-border: 2px;
  --jp-widgets-progress-thickness: 20px;
  --jp-widgets-container-padding: 15px;
  --jp-widgets-input-padding: 4px;
  --jp-widgets-radio-item-height-adjustment: 8px;
  --jp-widgets-radio-item-height: calc(
    var(--jp-widgets-inline-height) -
      var(--jp-widgets-radio-item-height-adjustment)
  );
  --jp-widgets-slider-track-thickness: 4px;
  --jp-widgets-slider-border-width: var(--jp-widgets-border-width);
  --jp-widgets-slider-handle-size: 16px;
  --jp-widgets-slider-handle-border-color: var(--jp-border-color1);
  --jp-widgets-slider-handle-background-color: var(--jp-layout-color1);
  --jp-widgets-slider-active-handle-color: var(--jp-brand-color1);
  --jp-widgets-menu-item-height: 24px;
  --jp-widgets-dropdown-arrow: url('data:image/svg+xml;base64,PD94bWwgdmVyc2lvbj0iMS4wIiBlbmNvZGluZz0idXRmLTgiPz4KPCEtLSBHZW5lcmF0b3I6IEFkb2JlIElsbHVzdHJhdG9yIDE5LjIuMSwgU1ZHIEV4cG9ydCBQbHVnLUluIC4gU1ZHIFZlcnNpb246IDYuMDAgQnVpbGQgMCkgIC0tPgo8c3ZnIHZlcnNpb249IjEuMSIgaWQ9IkxheWVyXzEiIHhtbG5zPSJodHRwOi8vd3d3LnczLm9yZy8yMDAwL3N2ZyIgeG1sbnM6eGxpbms9Imh0dHA6Ly93d3cudzMub3JnLzE5OTkveGxpbmsiIHg9IjBweCIgeT0iMHB4IgoJIHZpZXdCb3g9IjAgMCAxOCAxOCIgc3R5bGU9ImVuYWJsZS1iYWNrZ3JvdW5kOm5ldyAwIDAgMTggMTg7IiB4bWw6c3BhY2U9InByZXNlcnZlIj4KPHN0eWxlIHR5cGU9InRleHQvY3NzIj4KCS5zdDB7ZmlsbDpub25lO30KPC9zdHlsZT4KPHBhdGggZD0iTTUuMiw1LjlMOSw5LjdsMy44LTMuOGwxLjIsMS4ybC00LjksNWwtNC45LTVMNS4yLDUuOXoiLz4KPHBhdGggY2xhc3M9InN0MCIgZD0iTTAtMC42aDE4djE4SDBWLTAuNnoiLz4KPC9zdmc+Cg');
  --jp-widgets-input-color: var(--jp-ui-font-color1);
  --jp-widgets-input-background-color: var(--jp-layout-color1);
  --jp-widgets-input-border-color: var(--jp-border-color1);
  --jp-widgets-input-focus-border-color: var(--jp-brand-color2);
  --jp-widgets-input-border-width: var(--jp-widgets-border-width);
  --jp-widgets-disabled-opacity: 0.6;

  /* From Material Design Lite */
  --md-shadow-key-umbra-opacity: 0.2;
  --md-shadow-key-penumbra-opacity: 0.14;
  --md-shadow-ambient-shadow-opacity: 0.12;
}

.jupyter-widgets {
  margin: var(--jp-widgets-margin);
  box-sizing: border-box;
  color: var(--jp-widgets-color);
  overflow: visible;
}

.jp-Output-result > .jupyter-widgets {
  margin-left: 0;
  margin-right: 0;
}

/* vbox and hbox */

/* <DEPRECATED> */
.widget-inline-hbox, /* </DEPRECATED> */
 .jupyter-widget-inline-hbox {
  /* Horizontal widgets */
  box-sizing: border-box;
  display: flex;
  flex-direction: row;
  align-items: baseline;
}

/* <DEPRECATED> */
.widget-inline-vbox, /* </DEPRECATED> */
 .jupyter-widget-inline-vbox {
  /* Vertical Widgets */
  box-sizing: border-box;
  display: flex;
  flex-direction: column;
  align-items: center;
}

/* <DEPRECATED> */
.widget-box, /* </DEPRECATED> */
.jupyter-widget-box {
  box-sizing: border-box;
  display: flex;
  margin: 0;
  overflow: auto;
}

/* <DEPRECATED> */
.widget-gridbox, /* </DEPRECATED> */
.jupyter-widget-gridbox {
  box-sizing: border-box;
  display: grid;
  margin: 0;
  overflow: auto;
}

/* <DEPRECATED> */
.widget-hbox, /* </DEPRECATED> */
.jupyter-widget-hbox {
  flex-direction: row;
}

/* <DEPRECATED> */
.widget-vbox, /* </DEPRECATED> */
.jupyter-widget-vbox {
  flex-direction: column;
}

/* General Tags Styling */

.jupyter-widget-tagsinput {
  display: flex;
  flex-direction: row;
  flex-wrap: wrap;
  align-items: center;
  overflow: auto;

  cursor: text;
}

.jupyter-widget-tag {
  padding-left: 10px;
  padding-right: 10px;
  padding-top: 0px;
  padding-bottom: 0px;
  display: inline-block;
  white-space: nowrap;
  overflow: hidden;
  text-overflow: ellipsis;
  text-align: center;
  font-size: var(--jp-widgets-font-size);

  height: calc(var(--jp-widgets-inline-height) - 2px);
  border: 0px solid;
  line-height: calc(var(--jp-widgets-inline-height) - 2px);
  box-shadow: none;

  color: var(--jp-ui-font-color1);
  background-color: var(--jp-layout-color2);
  border-color: var(--jp-border-color2);
  border: none;
  user-select: none;

  cursor: grab;
  transition: margin-left 200ms;
  margin: 1px 1px 1px 1px;
}

.jupyter-widget-tag.mod-active {
  /* MD Lite 4dp shadow */
  box-shadow: 0 4px 5px 0 rgba(0, 0, 0, var(--md-shadow-key-penumbra-opacity)),
    0 1px 10px 0 rgba(0, 0, 0, var(--md-shadow-ambient-shadow-opacity)),
    0 2px 4px -1px rgba(0, 0, 0, var(--md-shadow-key-umbra-opacity));
  color: var(--jp-ui-font-color1);
  background-color: var(--jp-layout-color3);
}

.jupyter-widget-colortag {
  color: var(--jp-inverse-ui-font-color1);
}

.jupyter-widget-colortag.mod-active {
  color: var(--jp-inverse-ui-font-color0);
}

.jupyter-widget-taginput {
  color: var(--jp-ui-font-color0);
  background-color: var(--jp-layout-color0);

  cursor: text;
  text-align: left;
}

.jupyter-widget-taginput:focus {
  outline: none;
}

.jupyter-widget-tag-close {
  margin-left: var(--jp-widgets-inline-margin);
  padding: 2px 0px 2px 2px;
}

.jupyter-widget-tag-close:hover {
  cursor: pointer;
}

/* Tag "Primary" Styling */

.jupyter-widget-tag.mod-primary {
  color: var(--jp-inverse-ui-font-color1);
  background-color: var(--jp-brand-color1);
}

.jupyter-widget-tag.mod-primary.mod-active {
  color: var(--jp-inverse-ui-font-color0);
  background-color: var(--jp-brand-color0);
}

/* Tag "Success" Styling */

.jupyter-widget-tag.mod-success {
  color: var(--jp-inverse-ui-font-color1);
  background-color: var(--jp-success-color1);
}

.jupyter-widget-tag.mod-success.mod-active {
  color: var(--jp-inverse-ui-font-color0);
  background-color: var(--jp-success-color0);
}

/* Tag "Info" Styling */

.jupyter-widget-tag.mod-info {
  color: var(--jp-inverse-ui-font-color1);
  background-color: var(--jp-info-color1);
}

.jupyter-widget-tag.mod-info.mod-active {
  color: var(--jp-inverse-ui-font-color0);
  background-color: var(--jp-info-color0);
}

/* Tag "Warning" Styling */

.jupyter-widget-tag.mod-warning {
  color: var(--jp-inverse-ui-font-color1);
  background-color: var(--jp-warn-color1);
}

.jupyter-widget-tag.mod-warning.mod-active {
  color: var(--jp-inverse-ui-font-color0);
  background-color: var(--jp-warn-color0);
}

/* Tag "Danger" Styling */

.jupyter-widget-tag.mod-danger {
  color: var(--jp-inverse-ui-font-color1);
  background-color: var(--jp-error-color1);
}

.jupyter-widget-tag.mod-danger.mod-active {
  color: var(--jp-inverse-ui-font-color0);
  background-color: var(--jp-error-color0);
}

/* General Button Styling */

.jupyter-button {
  padding-left: 10px;
  padding-right: 10px;
  padding-top: 0px;
  padding-bottom: 0px;
  display: inline-block;
  white-space: nowrap;
  overflow: hidden;
  text-overflow: ellipsis;
  text-align: center;
  font-size: var(--jp-widgets-font-size);
  cursor: pointer;

  height: var(--jp-widgets-inline-height);
  border: 0px solid;
  line-height: var(--jp-widgets-inline-height);
  box-shadow: none;

  color: var(--jp-ui-font-color1);
  background-color: var(--jp-layout-color2);
  border-color: var(--jp-border-color2);
  border: none;
  user-select: none;
}

.jupyter-button i.fa {
  margin-right: var(--jp-widgets-inline-margin);
  pointer-events: none;
}

.jupyter-button:empty:before {
  content: '\\200b'; /* zero-width space */
}

.jupyter-widgets.jupyter-button:disabled {
  opacity: var(--jp-widgets-disabled-opacity);
}

.jupyter-button i.fa.center {
  margin-right: 0;
}

.jupyter-button:hover:enabled,
.jupyter-button:focus:enabled {
  /* MD Lite 2dp shadow */
  box-shadow: 0 2px 2px 0 rgba(0, 0, 0, var(--md-shadow-key-penumbra-opacity)),
    0 3px 1px -2px rgba(0, 0, 0, var(--md-shadow-key-umbra-opacity)),
    0 1px 5px 0 rgba(0, 0, 0, var(--md-shadow-ambient-shadow-opacity));
}

.jupyter-button:active,
.jupyter-button.mod-active {
  /* MD Lite 4dp shadow */
  box-shadow: 0 4px 5px 0 rgba(0, 0, 0, var(--md-shadow-key-penumbra-opacity)),
    0 1px 10px 0 rgba(0, 0, 0, var(--md-shadow-ambient-shadow-opacity)),
    0 2px 4px -1px rgba(0, 0, 0, var(--md-shadow-key-umbra-opacity));
  color: var(--jp-ui-font-color1);
  background-color: var(--jp-layout-color3);
}

.jupyter-button:focus:enabled {
  outline: 1px solid var(--jp-widgets-input-focus-border-color);
}

/* Button "Primary" Styling */

.jupyter-button.mod-primary {
  color: var(--jp-ui-inverse-font-color1);
  background-color: var(--jp-brand-color1);
}

.jupyter-button.mod-primary.mod-active {
  color: var(--jp-ui-inverse-font-color0);
  background-color: var(--jp-brand-color0);
}

.jupyter-button.mod-primary:active {
  color: var(--jp-ui-inverse-font-color0);
  background-color: var(--jp-brand-color0);
}

/* Button "Success" Styling */

.jupyter-button.mod-success {
  color: var(--jp-ui-inverse-font-color1);
  background-color: var(--jp-success-color1);
}

.jupyter-button.mod-success.mod-active {
  color: var(--jp-ui-inverse-font-color0);
  background-color: var(--jp-success-color0);
}

.jupyter-button.mod-success:active {
  color: var(--jp-ui-inverse-font-color0);
  background-color: var(--jp-success-color0);
}

/* Button "Info" Styling */

.jupyter-button.mod-info {
  color: var(--jp-ui-inverse-font-color1);
  background-color: var(--jp-info-color1);
}

.jupyter-button.mod-info.mod-active {
  color: var(--jp-ui-inverse-font-color0);
  background-color: var(--jp-info-color0);
}

.jupyter-button.mod-info:active {
  color: var(--jp-ui-inverse-font-color0);
  background-color: var(--jp-info-color0);
}

/* Button "Warning" Styling */

.jupyter-button.mod-warning {
  color: var(--jp-ui-inverse-font-color1);
  background-color: var(--jp-warn-color1);
}

.jupyter-button.mod-warning.mod-active {
  color: var(--jp-ui-inverse-font-color0);
  background-color: var(--jp-warn-color0);
}

.jupyter-button.mod-warning:active {
  color: var(--jp-ui-inverse-font-color0);
  background-color: var(--jp-warn-color0);
}

/* Button "Danger" Styling */

.jupyter-button.mod-danger {
  color: var(--jp-ui-inverse-font-color1);
  background-color: var(--jp-error-color1);
}

.jupyter-button.mod-danger.mod-active {
  color: var(--jp-ui-inverse-font-color0);
  background-color: var(--jp-error-color0);
}

.jupyter-button.mod-danger:active {
  color: var(--jp-ui-inverse-font-color0);
  background-color: var(--jp-error-color0);
}

/* Widget Button, Widget Toggle Button, Widget Upload */

/* <DEPRECATED> */
.widget-button, /* </DEPRECATED> */
/* <DEPRECATED> */ .widget-toggle-button, /* </DEPRECATED> */
/* <DEPRECATED> */ .widget-upload, /* </DEPRECATED> */
.jupyter-widget-button,
.jupyter-widget-toggle-button,
.jupyter-widget-upload {
  width: var(--jp-widgets-inline-width-short);
}

/* Widget Label Styling */

/* Override Bootstrap label css */
.jupyter-widgets label {
  margin-bottom: initial;
}

/* <DEPRECATED> */
.widget-label-basic, /* </DEPRECATED> */
.jupyter-widget-label-basic {
  /* Basic Label */
  color: var(--jp-widgets-label-color);
  font-size: var(--jp-widgets-font-size);
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
  line-height: var(--jp-widgets-inline-height);
}

/* <DEPRECATED> */
.widget-label, /* </DEPRECATED> */
.jupyter-widget-label {
  /* Label */
  color: var(--jp-widgets-label-color);
  font-size: var(--jp-widgets-font-size);
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
  line-height: var(--jp-widgets-inline-height);
}

/* <DEPRECATED> */
.widget-inline-hbox .widget-label, /* </DEPRECATED> */
.jupyter-widget-inline-hbox .jupyter-widget-label {
  /* Horizontal Widget Label */
  color: var(--jp-widgets-label-color);
  text-align: right;
  margin-right: calc(var(--jp-widgets-inline-margin) * 2);
  width: var(--jp-widgets-inline-label-width);
  flex-shrink: 0;
}

/* <DEPRECATED> */
.widget-inline-vbox .widget-label, /* </DEPRECATED> */
.jupyter-widget-inline-vbox .jupyter-widget-label {
  /* Vertical Widget Label */
  color: var(--jp-widgets-label-color);
  text-align: center;
  line-height: var(--jp-widgets-inline-height);
}

/* Widget Readout Styling */

/* <DEPRECATED> */
.widget-readout, /* </DEPRECATED> */
.jupyter-widget-readout {
  color: var(--jp-widgets-readout-color);
  font-size: var(--jp-widgets-font-size);
  height: var(--jp-widgets-inline-height);
  line-height: var(--jp-widgets-inline-height);
  overflow: hidden;
  white-space: nowrap;
  text-align: center;
}

/* <DEPRECATED> */
.widget-readout.overflow, /* </DEPRECATED> */
.jupyter-widget-readout.overflow {
  /* Overflowing Readout */

  /* From Material Design Lite
        shadow-key-umbra-opacity: 0.2;
        shadow-key-penumbra-opacity: 0.14;
        shadow-ambient-shadow-opacity: 0.12;
     */
  -webkit-box-shadow: 0 2px 2px 0 rgba(0, 0, 0, 0.2),
    0 3px 1px -2px rgba(0, 0, 0, 0.14), 0 1px 5px 0 rgba(0, 0, 0, 0.12);

  -moz-box-shadow: 0 2px 2px 0 rgba(0, 0, 0, 0.2),
    0 3px 1px -2px rgba(0, 0, 0, 0.14), 0 1px 5px 0 rgba(0, 0, 0, 0.12);

  box-shadow: 0 2px 2px 0 rgba(0, 0, 0, 0.2), 0 3px 1px -2px rgba(0, 0, 0, 0.14),
    0 1px 5px 0 rgba(0, 0, 0, 0.12);
}

/* <DEPRECATED> */
.widget-inline-hbox .widget-readout, /* </DEPRECATED> */
.jupyter-widget-inline-hbox .jupyter-widget-readout {
  /* Horizontal Readout */
  text-align: center;
  max-width: var(--jp-widgets-inline-width-short);
  min-width: var(--jp-widgets-inline-width-tiny);
  margin-left: var(--jp-widgets-inline-margin);
}

/* <DEPRECATED> */
.widget-inline-vbox .widget-readout, /* </DEPRECATED> */
.jupyter-widget-inline-vbox .jupyter-widget-readout {
  /* Vertical Readout */
  margin-top: var(--jp-widgets-inline-margin);
  /* as wide as the widget */
  width: inherit;
}

/* Widget Checkbox Styling */

/* <DEPRECATED> */
.widget-checkbox, /* </DEPRECATED> */
.jupyter-widget-checkbox {
  width: var(--jp-widgets-inline-width);
  height: var(--jp-widgets-inline-height);
  line-height: var(--jp-widgets-inline-height);
}

/* <DEPRECATED> */
.widget-checkbox input[type='checkbox'], /* </DEPRECATED> */
.jupyter-widget-checkbox input[type='checkbox'] {
  margin: 0px calc(var(--jp-widgets-inline-margin) * 2) 0px 0px;
  line-height: var(--jp-widgets-inline-height);
  font-size: large;
  flex-grow: 1;
  flex-shrink: 0;
  align-self: center;
}

/* Widget Valid Styling */

/* <DEPRECATED> */
.widget-valid, /* </DEPRECATED> */
.jupyter-widget-valid {
  height: var(--jp-widgets-inline-height);
  line-height: var(--jp-widgets-inline-height);
  width: var(--jp-widgets-inline-width-short);
  font-size: var(--jp-widgets-font-size);
}

/* <DEPRECATED> */
.widget-valid i, /* </DEPRECATED> */
.jupyter-widget-valid i {
  line-height: var(--jp-widgets-inline-height);
  margin-right: var(--jp-widgets-inline-margin);
  margin-left: var(--jp-widgets-inline-margin);
}

/* <DEPRECATED> */
.widget-valid.mod-valid i, /* </DEPRECATED> */
.jupyter-widget-valid.mod-valid i {
  color: green;
}

/* <DEPRECATED> */
.widget-valid.mod-invalid i, /* </DEPRECATED> */
.jupyter-widget-valid.mod-invalid i {
  color: red;
}

/* <DEPRECATED> */
.widget-valid.mod-valid .widget-valid-readout, /* </DEPRECATED> */
.jupyter-widget-valid.mod-valid .jupyter-widget-valid-readout {
  display: none;
}

/* Widget Text and TextArea Styling */

/* <DEPRECATED> */
.widget-textarea, /* </DEPRECATED> */
/* <DEPRECATED> */ .widget-text, /* </DEPRECATED> */
.jupyter-widget-textarea,
.jupyter-widget-text {
  width: var(--jp-widgets-inline-width);
}

/* <DEPRECATED> */
.widget-text input[type='text'], /* </DEPRECATED> */
/* <DEPRECATED> */ .widget-text input[type='number'], /* </DEPRECATED> */
/* <DEPRECATED> */ .widget-text input[type='password'], /* </DEPRECATED> */
.jupyter-widget-text input[type='text'],
.jupyter-widget-text input[type='number'],
.jupyter-widget-text input[type='password'] {
  height: var(--jp-widgets-inline-height);
}

/* <DEPRECATED> */
.widget-text input[type='text']:disabled, /* </DEPRECATED> */
/* <DEPRECATED> */ .widget-text input[type='number']:disabled, /* </DEPRECATED> */
/* <DEPRECATED> */ .widget-text input[type='password']:disabled, /* </DEPRECATED> */
/* <DEPRECATED> */ .widget-textarea textarea:disabled, /* </DEPRECATED> */
.jupyter-widget-text input[type='text']:disabled,
.jupyter-widget-text input[type='number']:disabled,
.jupyter-widget-text input[type='password']:disabled,
.jupyter-widget-textarea textarea:disabled {
  opacity: var(--jp-widgets-disabled-opacity);
}

/* <DEPRECATED> */
.widget-text input[type='text'], /* </DEPRECATED> */
/* <DEPRECATED> */ .widget-text input[type='number'], /* </DEPRECATED> */
/* <DEPRECATED> */ .widget-text input[type='password'], /* </DEPRECATED> */
/* <DEPRECATED> */ .widget-textarea textarea, /* </DEPRECATED> */
.jupyter-widget-text input[type='text'],
.jupyter-widget-text input[type='number'],
.jupyter-widget-text input[type='password'],
.jupyter-widget-textarea textarea {
  box-sizing: border-box;
  border: var(--jp-widgets-input-border-width) solid
    var(--jp-widgets-input-border-color);
  background-color: var(--jp-widgets-input-background-color);
  color: var(--jp-widgets-input-color);
  font-size: var(--jp-widgets-font-size);
  flex-grow: 1;
  min-width: 0; /* This makes it possible for the flexbox to shrink this input */
  flex-shrink: 1;
  outline: none !important;
}

/* <DEPRECATED> */
.widget-text input[type='text'], /* </DEPRECATED> */
/* <DEPRECATED> */ .widget-text input[type='password'], /* </DEPRECATED> */
/* <DEPRECATED> */ .widget-textarea textarea, /* </DEPRECATED> */
.jupyter-widget-text input[type='text'],
.jupyter-widget-text input[type='password'],
.jupyter-widget-textarea textarea {
  padding: var(--jp-widgets-input-padding)
    calc(var(--jp-widgets-input-padding) * 2);
}

/* <DEPRECATED> */
.widget-text input[type='number'], /* </DEPRECATED> */
.jupyter-widget-text input[type='number'] {
  padding: var(--jp-widgets-input-padding) 0 var(--jp-widgets-input-padding)
    calc(var(--jp-widgets-input-padding) * 2);
}

/* <DEPRECATED> */
.widget-textarea textarea, /* </DEPRECATED> */
.jupyter-widget-textarea textarea {
  height: inherit;
  width: inherit;
}

/* <DEPRECATED> */
.widget-text input:focus, /* </DEPRECATED> */
/* <DEPRECATED> */ .widget-textarea textarea:focus, /* </DEPRECATED> */
.jupyter-widget-text input:focus,
.jupyter-widget-textarea textarea:focus {
  border-color: var(--jp-widgets-input-focus-border-color);
}

/* Horizontal Slider */
/* <DEPRECATED> */
.widget-hslider, /* </DEPRECATED> */
.jupyter-widget-hslider {
  width: var(--jp-widgets-inline-width);
  height: var(--jp-widgets-inline-height);
  line-height: var(--jp-widgets-inline-height);

  /* Override the align-items baseline. This way, the description and readout
    still seem to align their baseline properly, and we don't have to have
    align-self: stretch in the .slider-container. */
  align-items: center;
}

/* <DEPRECATED> */
.widgets-slider .slider-container, /* </DEPRECATED> */
.jupyter-widgets-slider .slider-container {
  overflow: visible;
}

/* <DEPRECATED> */
.widget-hslider .slider-container, /* </DEPRECATED> */
.jupyter-widget-hslider .slider-container {
  margin-left: calc(
    var(--jp-widgets-slider-handle-size) / 2 - 2 *
      var(--jp-widgets-slider-border-width)
  );
  margin-right: calc(
    var(--jp-widgets-slider-handle-size) / 2 - 2 *
      var(--jp-widgets-slider-border-width)
  );
  flex: 1 1 var(--jp-widgets-inline-width-short);
}

/* Vertical Slider */

/* <DEPRECATED> */
.widget-vbox .widget-label, /* </DEPRECATED> */
.jupyter-widget-vbox .jupyter-widget-label {
  height: var(--jp-widgets-inline-height);
  line-height: var(--jp-widgets-inline-height);
}

/* <DEPRECATED> */
.widget-vslider, /* </DEPRECATED> */
.jupyter-widget-vslider {
  /* Vertical Slider */
  height: var(--jp-widgets-vertical-height);
  width: var(--jp-widgets-inline-width-tiny);
}

/* <DEPRECATED> */
.widget-vslider .slider-container, /* </DEPRECATED> */
.jupyter-widget-vslider .slider-container {
  flex: 1 1 var(--jp-widgets-inline-width-short);
  margin-left: auto;
  margin-right: auto;
  margin-bottom: calc(
    var(--jp-widgets-slider-handle-size) / 2 - 2 *
      var(--jp-widgets-slider-border-width)
  );
  margin-top: calc(
    var(--jp-widgets-slider-handle-size) / 2 - 2 *
      var(--jp-widgets-slider-border-width)
  );
  display: flex;
  flex-direction: column;
}

/* Widget Progress Styling */

.progress-bar {
  -webkit-transition: none;
  -moz-transition: none;
  -ms-transition: none;
  -o-transition: none;
  transition: none;
}

.progress-bar {
  height: var(--jp-widgets-inline-height);
}

.progress-bar {
  background-color: var(--jp-brand-color1);
}

.progress-bar-success {
  background-color: var(--jp-success-color1);
}

.progress-bar-info {
  background-color: var(--jp-info-color1);
}

.progress-bar-warning {
  background-color: var(--jp-warn-color1);
}

.progress-bar-danger {
  background-color: var(--jp-error-color1);
}

.progress {
  background-color: var(--jp-layout-color2);
  border: none;
  box-shadow: none;
}

/* Horisontal Progress */

/* <DEPRECATED> */
.widget-hprogress, /* </DEPRECATED> */
.jupyter-widget-hprogress {
  /* Progress Bar */
  height: var(--jp-widgets-inline-height);
  line-height: var(--jp-widgets-inline-height);
  width: var(--jp-widgets-inline-width);
  align-items: center;
}

/* <DEPRECATED> */
.widget-hprogress .progress, /* </DEPRECATED> */
.jupyter-widget-hprogress .progress {
  flex-grow: 1;
  margin-top: var(--jp-widgets-input-padding);
  margin-bottom: var(--jp-widgets-input-padding);
  align-self: stretch;
  /* Override bootstrap style */
  height: initial;
}

/* Vertical Progress */

/* <DEPRECATED> */
.widget-vprogress, /* </DEPRECATED> */
.jupyter-widget-vprogress {
  height: var(--jp-widgets-vertical-height);
  width: var(--jp-widgets-inline-width-tiny);
}

/* <DEPRECATED> */
.widget-vprogress .progress, /* </DEPRECATED> */
.jupyter-widget-vprogress .progress {
  flex-grow: 1;
  width: var(--jp-widgets-progress-thickness);
  margin-left: auto;
  margin-right: auto;
  margin-bottom: 0;
}

/* Select Widget Styling */

/* <DEPRECATED> */
.widget-dropdown, /* </DEPRECATED> */
.jupyter-widget-dropdown {
  height: var(--jp-widgets-inline-height);
  width: var(--jp-widgets-inline-width);
  line-height: var(--jp-widgets-inline-height);
}

/* <DEPRECATED> */
.widget-dropdown > select, /* </DEPRECATED> */
.jupyter-widget-dropdown > select {
  padding-right: 20px;
  border: var(--jp-widgets-input-border-width) solid
    var(--jp-widgets-input-border-color);
  border-radius: 0;
  height: inherit;
  flex: 1 1 var(--jp-widgets-inline-width-short);
  min-width: 0; /* This makes it possible for the flexbox to shrink this input */
  box-sizing: border-box;
  outline: none !important;
  box-shadow: none;
  background-color: var(--jp-widgets-input-background-color);
  color: var(--jp-widgets-input-color);
  font-size: var(--jp-widgets-font-size);
  vertical-align: top;
  padding-left: calc(var(--jp-widgets-input-padding) * 2);
  appearance: none;
  -webkit-appearance: none;
  -moz-appearance: none;
  background-repeat: no-repeat;
  background-size: 20px;
  background-position: right center;
  background-image: var(--jp-widgets-dropdown-arrow);
}
/* <DEPRECATED> */
.widget-dropdown > select:focus, /* </DEPRECATED> */
.jupyter-widget-dropdown > select:focus {
  border-color: var(--jp-widgets-input-focus-border-color);
}

/* <DEPRECATED> */
.widget-dropdown > select:disabled, /* </DEPRECATED> */
.jupyter-widget-dropdown > select:disabled {
  opacity: var(--jp-widgets-disabled-opacity);
}

/* To disable the dotted border in Firefox around select controls.
   See http://stackoverflow.com/a/18853002 */
/* <DEPRECATED> */
.widget-dropdown > select:-moz-focusring, /* </DEPRECATED> */
.jupyter-widget-dropdown > select:-moz-focusring {
  color: transparent;
  text-shadow: 0 0 0 #000;
}

/* Select and SelectMultiple */

/* <DEPRECATED> */
.widget-select, /* </DEPRECATED> */
.jupyter-widget-select {
  width: var(--jp-widgets-inline-width);
  line-height: var(--jp-widgets-inline-height);

  /* Because Firefox defines the baseline of a select as the bottom of the
    control, we align the entire control to the top and add padding to the
    select to get an approximate first line baseline alignment. */
  align-items: flex-start;
}

/* <DEPRECATED> */
.widget-select > select, /* </DEPRECATED> */
.jupyter-widget-select > select {
  border: var(--jp-widgets-input-border-width) solid
    var(--jp-widgets-input-border-color);
  background-color: var(--jp-widgets-input-background-color);
  color: var(--jp-widgets-input-color);
  font-size: var(--jp-widgets-font-size);
  flex: 1 1 var(--jp-widgets-inline-width-short);
  outline: none !important;
  overflow: auto;
  height: inherit;

  /* Because Firefox defines the baseline of a select as the bottom of the
    control, we align the entire control to the top and add padding to the
    select to get an approximate first line baseline alignment. */
  padding-top: 5px;
}

/* <DEPRECATED> */
.widget-select > select:focus, /* </DEPRECATED> */
.jupyter-widget-select > select:focus {
  border-color: var(--jp-widgets-input-focus-border-color);
}

.wiget-select > select > option,
.jupyter-wiget-select > select > option {
  padding-left: var(--jp-widgets-input-padding);
  line-height: var(--jp-widgets-inline-height);
  /* line-height doesn't work on some browsers for select options */
  padding-top: calc(
    var(--jp-widgets-inline-height) - var(--jp-widgets-font-size) / 2
  );
  padding-bottom: calc(
    var(--jp-widgets-inline-height) - var(--jp-widgets-font-size) / 2
  );
}

/* Toggle Buttons Styling */

/* <DEPRECATED> */
.widget-toggle-buttons, /* </DEPRECATED> */
.jupyter-widget-toggle-buttons {
  line-height: var(--jp-widgets-inline-height);
}

/* <DEPRECATED> */
.widget-toggle-buttons .widget-toggle-button, /* </DEPRECATED> */
.jupyter-widget-toggle-buttons .jupyter-widget-toggle-button {
  margin-left: var(--jp-widgets-margin);
  margin-right: var(--jp-widgets-margin);
}

/* <DEPRECATED> */
.widget-toggle-buttons .jupyter-button:disabled, /* </DEPRECATED> */
.jupyter-widget-toggle-buttons .jupyter-button:disabled {
  opacity: var(--jp-widgets-disabled-opacity);
}

/* Radio Buttons Styling */

/* <DEPRECATED> */
.widget-radio, /* </DEPRECATED> */
.jupyter-widget-radio {
  width: var(--jp-widgets-inline-width);
  line-height: var(--jp-widgets-inline-height);
}

/* <DEPRECATED> */
.widget-radio-box, /* </DEPRECATED> */
.jupyter-widget-radio-box {
  display: flex;
  flex-direction: column;
  align-items: stretch;
  box-sizing: border-box;
  flex-grow: 1;
  margin-bottom: var(--jp-widgets-radio-item-height-adjustment);
}

/* <DEPRECATED> */
.widget-radio-box-vertical, /* </DEPRECATED> */
.jupyter-widget-radio-box-vertical {
  flex-direction: column;
}

/* <DEPRECATED> */
.widget-radio-box-horizontal, /* </DEPRECATED> */
.jupyter-widget-radio-box-horizontal {
  flex-direction: row;
}

/* <DEPRECATED> */
.widget-radio-box label, /* </DEPRECATED> */
.jupyter-widget-radio-box label {
  height: var(--jp-widgets-radio-item-height);
  line-height: var(--jp-widgets-radio-item-height);
  font-size: var(--jp-widgets-font-size);
}

.widget-radio-box-horizontal label,
.jupyter-widget-radio-box-horizontal label {
  margin: 0 calc(var(--jp-widgets-input-padding) * 2) 0 0;
}

/* <DEPRECATED> */
.widget-radio-box input, /* </DEPRECATED> */
.jupyter-widget-radio-box input {
  height: var(--jp-widgets-radio-item-height);
  line-height: var(--jp-widgets-radio-item-height);
  margin: 0 calc(var(--jp-widgets-input-padding) * 2) 0 1px;
  float: left;
}

/* Color Picker Styling */

/* <DEPRECATED> */
.widget-colorpicker, /* </DEPRECATED> */
.jupyter-widget-colorpicker {
  width: var(--jp-widgets-inline-width);
  height: var(--jp-widgets-inline-height);
  line-height: var(--jp-widgets-inline-height);
}

/* <DEPRECATED> */
.widget-colorpicker > .widget-colorpicker-input, /* </DEPRECATED> */
.jupyter-widget-colorpicker > .jupyter-widget-colorpicker-input {
  flex-grow: 1;
  flex-shrink: 1;
  min-width: var(--jp-widgets-inline-width-tiny);
}

/* <DEPRECATED> */
.widget-colorpicker input[type='color'], /* </DEPRECATED> */
.jupyter-widget-colorpicker input[type='color'] {
  width: var(--jp-widgets-inline-height);
  height: var(--jp-widgets-inline-height);
  padding: 0 2px; /* make the color square actually square on Chrome on OS X */
  background: var(--jp-widgets-input-background-color);
  color: var(--jp-widgets-input-color);
  border: var(--jp-widgets-input-border-width) solid
    var(--jp-widgets-input-border-color);
  border-left: none;
  flex-grow: 0;
  flex-shrink: 0;
  box-sizing: border-box;
  align-self: stretch;
  outline: none !important;
}

/* <DEPRECATED> */
.widget-colorpicker.concise input[type='color'], /* </DEPRECATED> */
.jupyter-widget-colorpicker.concise input[type='color'] {
  border-left: var(--jp-widgets-input-border-width) solid
    var(--jp-widgets-input-border-color);
}

/* <DEPRECATED> */
.widget-colorpicker input[type='color']:focus, /* </DEPRECATED> */
/* <DEPRECATED> */ .widget-colorpicker input[type='text']:focus, /* </DEPRECATED> */
.jupyter-widget-colorpicker input[type='color']:focus,
.jupyter-widget-colorpicker input[type='text']:focus {
  border-color: var(--jp-widgets-input-focus-border-color);
}

/* <DEPRECATED> */
.widget-colorpicker input[type='text'], /* </DEPRECATED> */
.jupyter-widget-colorpicker input[type='text'] {
  flex-grow: 1;
  outline: none !important;
  height: var(--jp-widgets-inline-height);
  line-height: var(--jp-widgets-inline-height);
  background: var(--jp-widgets-input-background-color);
  color: var(--jp-widgets-input-color);
  border: var(--jp-widgets-input-border-width) solid
    var(--jp-widgets-input-border-color);
  font-size: var(--jp-widgets-font-size);
  padding: var(--jp-widgets-input-padding)
    calc(var(--jp-widgets-input-padding) * 2);
  min-width: 0; /* This makes it possible for the flexbox to shrink this input */
  flex-shrink: 1;
  box-sizing: border-box;
}

/* <DEPRECATED> */
.widget-colorpicker input[type='text']:disabled, /* </DEPRECATED> */
.jupyter-widget-colorpicker input[type='text']:disabled {
  opacity: var(--jp-widgets-disabled-opacity);
}

/* Date Picker Styling */

/* <DEPRECATED> */
.widget-datepicker, /* </DEPRECATED> */
.jupyter-widget-datepicker {
  width: var(--jp-widgets-inline-width);
  height: var(--jp-widgets-inline-height);
  line-height: var(--jp-widgets-inline-height);
}

/* <DEPRECATED> */
.widget-datepicker input[type='date'], /* </DEPRECATED> */
.jupyter-widget-datepicker input[type='date'] {
  flex-grow: 1;
  flex-shrink: 1;
  min-width: 0; /* This makes it possible for the flexbox to shrink this input */
  outline: none !important;
  height: var(--jp-widgets-inline-height);
  border: var(--jp-widgets-input-border-width) solid
    var(--jp-widgets-input-border-color);
  background-color: var(--jp-widgets-input-background-color);
  color: var(--jp-widgets-input-color);
  font-size: var(--jp-widgets-font-size);
  padding: var(--jp-widgets-input-padding)
    calc(var(--jp-widgets-input-padding) * 2);
  box-sizing: border-box;
}

/* <DEPRECATED> */
.widget-datepicker input[type='date']:focus, /* </DEPRECATED> */
.jupyter-widget-datepicker input[type='date']:focus {
  border-color: var(--jp-widgets-input-focus-border-color);
}

/* <DEPRECATED> */
.widget-datepicker input[type='date']:invalid, /* </DEPRECATED> */
.jupyter-widget-datepicker input[type='date']:invalid {
  border-color: var(--jp-warn-color1);
}

/* <DEPRECATED> */
.widget-datepicker input[type='date']:disabled, /* </DEPRECATED> */
.jupyter-widget-datepicker input[type='date']:disabled {
  opacity: var(--jp-widgets-disabled-opacity);
}

/* Play Widget */

/* <DEPRECATED> */
.widget-play, /* </DEPRECATED> */
.jupyter-widget-play {
  width: var(--jp-widgets-inline-width-short);
  display: flex;
  align-items: stretch;
}

/* <DEPRECATED> */
.widget-play .jupyter-button, /* </DEPRECATED> */
.jupyter-widget-play .jupyter-button {
  flex-grow: 1;
  height: auto;
}

/* <DEPRECATED> */
.widget-play .jupyter-button:disabled, /* </DEPRECATED> */
.jupyter-widget-play .jupyter-button:disabled {
  opacity: var(--jp-widgets-disabled-opacity);
}

/* Tab Widget */

/* <DEPRECATED> */
.jupyter-widgets.widget-tab, /* </DEPRECATED> */
.jupyter-widgets.jupyter-widget-tab {
  display: flex;
  flex-direction: column;
}

/* <DEPRECATED> */
.jupyter-widgets.widget-tab > .p-TabBar, /* </DEPRECATED> */
/* <DEPRECATED> */.jupyter-widgets.jupyter-widget-tab > .p-TabBar, /* </DEPRECATED> */
.jupyter-widgets.jupyter-widget-tab > .lm-TabBar {
  /* Necessary so that a tab can be shifted down to overlay the border of the box below. */
  overflow-x: visible;
  overflow-y: visible;
}

/* <DEPRECATED> */
.jupyter-widgets.widget-tab > .p-TabBar > .p-TabBar-content, /* </DEPRECATED> */
/* <DEPRECATED> */.jupyter-widgets.jupyter-widget-tab > .p-TabBar > .p-TabBar-content, /* </DEPRECATED> */
.jupyter-widgets.jupyter-widget-tab > .lm-TabBar > .lm-TabBar-content {
  /* Make sure that the tab grows from bottom up */
  align-items: flex-end;
  min-width: 0;
  min-height: 0;
}

/* <DEPRECATED> */
.jupyter-widgets.widget-tab > .widget-tab-contents, /* </DEPRECATED> */
.jupyter-widgets.jupyter-widget-tab > .widget-tab-contents {
  width: 100%;
  box-sizing: border-box;
  margin: 0;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  border: var(--jp-border-width) solid var(--jp-border-color1);
  padding: var(--jp-widgets-container-padding);
  flex-grow: 1;
  overflow: auto;
}

/* <DEPRECATED> */
.jupyter-widgets.widget-tab > .p-TabBar, /* </DEPRECATED> */
/* <DEPRECATED> */.jupyter-widgets.jupyter-widget-tab > .p-TabBar, /* </DEPRECATED> */
.jupyter-widgets.jupyter-widget-tab > .lm-TabBar {
  font: var(--jp-widgets-font-size) Helvetica, Arial, sans-serif;
  min-height: calc(
    var(--jp-widgets-horizontal-tab-height) + var(--jp-border-width)
  );
}

/* <DEPRECATED> */
.jupyter-widgets.widget-tab > .p-TabBar .p-TabBar-tab, /* </DEPRECATED> */
/* <DEPRECATED> */.jupyter-widgets.jupyter-widget-tab > .p-TabBar .p-TabBar-tab, /* </DEPRECATED> */
.jupyter-widgets.jupyter-widget-tab > .lm-TabBar .lm-TabBar-tab {
  flex: 0 1 var(--jp-widgets-horizontal-tab-width);
  min-width: 35px;
  min-height: calc(
    var(--jp-widgets-horizontal-tab-height) + var(--jp-border-width)
  );
  line-height: var(--jp-widgets-horizontal-tab-height);
  margin-left: calc(-1 * var(--jp-border-width));
  padding: 0px 10px;
  background: var(--jp-layout-color2);
  color: var(--jp-ui-font-color2);
  border: var(--jp-border-width) solid var(--jp-border-color1);
  border-bottom: none;
  position: relative;
}

/* <DEPRECATED> */
.jupyter-widgets.widget-tab > .p-TabBar .p-TabBar-tab.p-mod-current, /* </DEPRECATED> */
/* <DEPRECATED> */.jupyter-widgets.jupyter-widget-tab > .p-TabBar .p-TabBar-tab.p-mod-current, /* </DEPRECATED> */
.jupyter-widgets.jupyter-widget-tab > .lm-TabBar .lm-TabBar-tab.lm-mod-current {
  color: var(--jp-ui-font-color0);
  /* We want the background to match the tab content background */
  background: var(--jp-layout-color1);
  min-height: calc(
    var(--jp-widgets-horizontal-tab-height) + 2 * var(--jp-border-width)
  );
  transform: translateY(var(--jp-border-width));
  overflow: visible;
}

/* <DEPRECATED> */
.jupyter-widgets.widget-tab > .p-TabBar .p-TabBar-tab.p-mod-current:before, /* </DEPRECATED> */
/* <DEPRECATED> */.jupyter-widgets.jupyter-widget-tab > .p-TabBar .p-TabBar-tab.p-mod-current:before, /* </DEPRECATED> */
.jupyter-widgets.jupyter-widget-tab > .lm-TabBar .lm-TabBar-tab.lm-mod-current:before {
  position: absolute;
  top: calc(-1 * var(--jp-border-width));
  left: calc(-1 * var(--jp-border-width));
  content: '';
  height: var(--jp-widgets-horizontal-tab-top-border);
  width: calc(100% + 2 * var(--jp-border-width));
  background: var(--jp-brand-color1);
}

/* <DEPRECATED> */
.jupyter-widgets.widget-tab > .p-TabBar .p-TabBar-tab:first-child, /* </DEPRECATED> */
/* <DEPRECATED> */.jupyter-widgets.jupyter-widget-tab > .p-TabBar .p-TabBar-tab:first-child, /* </DEPRECATED> */
.jupyter-widgets.jupyter-widget-tab > .lm-TabBar .lm-TabBar-tab:first-child {
  margin-left: 0;
}

/* <DEPRECATED> */
.jupyter-widgets.widget-tab
  > .p-TabBar
  .p-TabBar-tab:hover:not(.p-mod-current),
/* </DEPRECATED> */
/* <DEPRECATED> */
.jupyter-widgets.jupyter-widget-tab
  > .p-TabBar
  .p-TabBar-tab:hover:not(.p-mod-current),
/* </DEPRECATED> */
.jupyter-widgets.jupyter-widget-tab
  > .lm-TabBar
  .lm-TabBar-tab:hover:not(.lm-mod-current) {
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
}

/* <DEPRECATED> */
.jupyter-widgets.widget-tab
  > .p-TabBar
  .p-mod-closable
  > .p-TabBar-tabCloseIcon,
/* </DEPRECATED> */
/* <DEPRECATED> */
.jupyter-widgets.jupyter-widget-tab
> .p-TabBar
.p-mod-closable
> .p-TabBar-tabCloseIcon,
/* </DEPRECATED> */
.jupyter-widgets.jupyter-widget-tab
  > .lm-TabBar
  .lm-mod-closable
  > .lm-TabBar-tabCloseIcon {
  margin-left: 4px;
}

/* This font-awesome strategy may not work across FA4 and FA5, but we don't
actually support closable tabs, so it really doesn't matter */
/* <DEPRECATED> */
.jupyter-widgets.widget-tab
  > .p-TabBar
  .p-mod-closable
  > .p-TabBar-tabCloseIcon:before,
/* </DEPRECATED> */
/* <DEPRECATED> */
.jupyter-widgets.jupyter-widget-widget-tab
> .p-TabBar
.p-mod-closable
> .p-TabBar-tabCloseIcon:before,
/* </DEPRECATED> */
.jupyter-widgets.jupyter-widget-tab
  > .lm-TabBar
  .lm-mod-closable
  > .lm-TabBar-tabCloseIcon:before {
  font-family: FontAwesome;
  content: '\\f00d'; /* close */
}

/* <DEPRECATED> */
.jupyter-widgets.widget-tab > .p-TabBar .p-TabBar-tabIcon, /* </DEPRECATED> */
/* <DEPRECATED> */ .jupyter-widgets.widget-tab > .p-TabBar .p-TabBar-tabLabel, /* </DEPRECATED> */
/* <DEPRECATED> */ .jupyter-widgets.widget-tab > .p-TabBar .p-TabBar-tabCloseIcon, /* </DEPRECATED> */
/* <DEPRECATED> */ .jupyter-widgets.jupyter-widget-tab > .p-TabBar .p-TabBar-tabIcon, /* </DEPRECATED> */
/* <DEPRECATED> */ .jupyter-widgets.jupyter-widget-tab > .p-TabBar .p-TabBar-tabLabel, /* </DEPRECATED> */
/* <DEPRECATED> */ .jupyter-widgets.jupyter-widget-tab > .p-TabBar .p-TabBar-tabCloseIcon, /* </DEPRECATED> */
.jupyter-widgets.jupyter-widget-tab > .lm-TabBar .lm-TabBar-tabIcon,
.jupyter-widgets.jupyter-widget-tab > .lm-TabBar .lm-TabBar-tabLabel,
.jupyter-widgets.jupyter-widget-tab > .lm-TabBar .lm-TabBar-tabCloseIcon {
  line-height: var(--jp-widgets-horizontal-tab-height);
}

/* Accordion Widget */

.jupyter-widget-Collapse {
  display: flex;
  flex-direction: column;
  align-items: stretch;
}

.jupyter-widget-Collapse-header {
  padding: var(--jp-widgets-input-padding);
  cursor: pointer;
  color: var(--jp-ui-font-color2);
  background-color: var(--jp-layout-color2);
  border: var(--jp-widgets-border-width) solid var(--jp-border-color1);
  padding: calc(var(--jp-widgets-container-padding) * 2 / 3)
    var(--jp-widgets-container-padding);
  font-weight: bold;
}

.jupyter-widget-Collapse-header:hover {
  background-color: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
}

.jupyter-widget-Collapse-open > .jupyter-widget-Collapse-header {
  background-color: var(--jp-layout-color1);
  color: var(--jp-ui-font-color0);
  cursor: default;
  border-bottom: none;
}

.jupyter-widget-Collapse-contents {
  padding: var(--jp-widgets-container-padding);
  background-color: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  border-left: var(--jp-widgets-border-width) solid var(--jp-border-color1);
  border-right: var(--jp-widgets-border-width) solid var(--jp-border-color1);
  border-bottom: var(--jp-widgets-border-width) solid var(--jp-border-color1);
  overflow: auto;
}

.jupyter-widget-Accordion {
  display: flex;
  flex-direction: column;
  align-items: stretch;
}

.jupyter-widget-Accordion .jupyter-widget-Collapse {
  margin-bottom: 0;
}

.jupyter-widget-Accordion .jupyter-widget-Collapse + .jupyter-widget-Collapse {
  margin-top: 4px;
}

/* HTML widget */

/* <DEPRECATED> */
.widget-html, /* </DEPRECATED> */
/* <DEPRECATED> */ .widget-htmlmath, /* </DEPRECATED> */
.jupyter-widget-html,
.jupyter-widget-htmlmath {
  font-size: var(--jp-widgets-font-size);
}

/* <DEPRECATED> */
.widget-html > .widget-html-content, /* </DEPRECATED> */
/* <DEPRECATED> */.widget-htmlmath > .widget-html-content, /* </DEPRECATED> */
.jupyter-widget-html > .jupyter-widget-html-content,
.jupyter-widget-htmlmath > .jupyter-widget-html-content {
  /* Fill out the area in the HTML widget */
  align-self: stretch;
  flex-grow: 1;
  flex-shrink: 1;
  /* Makes sure the baseline is still aligned with other elements */
  line-height: var(--jp-widgets-inline-height);
  /* Make it possible to have absolutely-positioned elements in the html */
  position: relative;
}

/* Image widget  */

/* <DEPRECATED> */
.widget-image, /* </DEPRECATED> */
.jupyter-widget-image {
  max-width: 100%;
  height: auto;
}
`;var on=`/*

The nouislider.css file is autogenerated from nouislider.less, which imports and wraps the nouislider/src/nouislider.less styles.

MIT License

Copyright (c) 2019 Léon Gersen

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
*/
/* The .widget-slider class is deprecated */
.widget-slider,
.jupyter-widget-slider {
  /* Functional styling;
 * These styles are required for noUiSlider to function.
 * You don't need to change these rules to apply your design.
 */
  /* Wrapper for all connect elements.
 */
  /* Offset direction
 */
  /* Give origins 0 height/width so they don't interfere with clicking the
 * connect elements.
 */
  /* Slider size and handle placement;
 */
  /* Styling;
 * Giving the connect element a border radius causes issues with using transform: scale
 */
  /* Handles and cursors;
 */
  /* Handle stripes;
 */
  /* Disabled state;
 */
  /* Base;
 *
 */
  /* Values;
 *
 */
  /* Markings;
 *
 */
  /* Horizontal layout;
 *
 */
  /* Vertical layout;
 *
 */
  /* Copyright (c) Jupyter Development Team.
 * Distributed under the terms of the Modified BSD License.
 */
  /* Custom CSS for nouislider */
}
.widget-slider .noUi-target,
.jupyter-widget-slider .noUi-target,
.widget-slider .noUi-target *,
.jupyter-widget-slider .noUi-target * {
  -webkit-touch-callout: none;
  -webkit-tap-highlight-color: rgba(0, 0, 0, 0);
  -webkit-user-select: none;
  -ms-touch-action: none;
  touch-action: none;
  -ms-user-select: none;
  -moz-user-select: none;
  user-select: none;
  -moz-box-sizing: border-box;
  box-sizing: border-box;
}
.widget-slider .noUi-target,
.jupyter-widget-slider .noUi-target {
  position: relative;
}
.widget-slider .noUi-base,
.jupyter-widget-slider .noUi-base,
.widget-slider .noUi-connects,
.jupyter-widget-slider .noUi-connects {
  width: 100%;
  height: 100%;
  position: relative;
  z-index: 1;
}
.widget-slider .noUi-connects,
.jupyter-widget-slider .noUi-connects {
  overflow: hidden;
  z-index: 0;
}
.widget-slider .noUi-connect,
.jupyter-widget-slider .noUi-connect,
.widget-slider .noUi-origin,
.jupyter-widget-slider .noUi-origin {
  will-change: transform;
  position: absolute;
  z-index: 1;
  top: 0;
  right: 0;
  -ms-transform-origin: 0 0;
  -webkit-transform-origin: 0 0;
  -webkit-transform-style: preserve-3d;
  transform-origin: 0 0;
  transform-style: flat;
}
.widget-slider .noUi-connect,
.jupyter-widget-slider .noUi-connect {
  height: 100%;
  width: 100%;
}
.widget-slider .noUi-origin,
.jupyter-widget-slider .noUi-origin {
  height: 10%;
  width: 10%;
}
.widget-slider .noUi-txt-dir-rtl.noUi-horizontal .noUi-origin,
.jupyter-widget-slider .noUi-txt-dir-rtl.noUi-horizontal .noUi-origin {
  left: 0;
  right: auto;
}
.widget-slider .noUi-vertical .noUi-origin,
.jupyter-widget-slider .noUi-vertical .noUi-origin {
  width: 0;
}
.widget-slider .noUi-horizontal .noUi-origin,
.jupyter-widget-slider .noUi-horizontal .noUi-origin {
  height: 0;
}
.widget-slider .noUi-handle,
.jupyter-widget-slider .noUi-handle {
  -webkit-backface-visibility: hidden;
  backface-visibility: hidden;
  position: absolute;
}
.widget-slider .noUi-touch-area,
.jupyter-widget-slider .noUi-touch-area {
  height: 100%;
  width: 100%;
}
.widget-slider .noUi-state-tap .noUi-connect,
.jupyter-widget-slider .noUi-state-tap .noUi-connect,
.widget-slider .noUi-state-tap .noUi-origin,
.jupyter-widget-slider .noUi-state-tap .noUi-origin {
  -webkit-transition: transform 0.3s;
  transition: transform 0.3s;
}
.widget-slider .noUi-state-drag *,
.jupyter-widget-slider .noUi-state-drag * {
  cursor: inherit !important;
}
.widget-slider .noUi-horizontal,
.jupyter-widget-slider .noUi-horizontal {
  height: 18px;
}
.widget-slider .noUi-horizontal .noUi-handle,
.jupyter-widget-slider .noUi-horizontal .noUi-handle {
  width: 34px;
  height: 28px;
  right: -17px;
  top: -6px;
}
.widget-slider .noUi-vertical,
.jupyter-widget-slider .noUi-vertical {
  width: 18px;
}
.widget-slider .noUi-vertical .noUi-handle,
.jupyter-widget-slider .noUi-vertical .noUi-handle {
  width: 28px;
  height: 34px;
  right: -6px;
  top: -17px;
}
.widget-slider .noUi-txt-dir-rtl.noUi-horizontal .noUi-handle,
.jupyter-widget-slider .noUi-txt-dir-rtl.noUi-horizontal .noUi-handle {
  left: -17px;
  right: auto;
}
.widget-slider .noUi-target,
.jupyter-widget-slider .noUi-target {
  background: #FAFAFA;
  border-radius: 4px;
  border: 1px solid #D3D3D3;
  box-shadow: inset 0 1px 1px #F0F0F0, 0 3px 6px -5px #BBB;
}
.widget-slider .noUi-connects,
.jupyter-widget-slider .noUi-connects {
  border-radius: 3px;
}
.widget-slider .noUi-connect,
.jupyter-widget-slider .noUi-connect {
  background: #3FB8AF;
}
.widget-slider .noUi-draggable,
.jupyter-widget-slider .noUi-draggable {
  cursor: ew-resize;
}
.widget-slider .noUi-vertical .noUi-draggable,
.jupyter-widget-slider .noUi-vertical .noUi-draggable {
  cursor: ns-resize;
}
.widget-slider .noUi-handle,
.jupyter-widget-slider .noUi-handle {
  border: 1px solid #D9D9D9;
  border-radius: 3px;
  background: #FFF;
  cursor: default;
  box-shadow: inset 0 0 1px #FFF, inset 0 1px 7px #EBEBEB, 0 3px 6px -3px #BBB;
}
.widget-slider .noUi-active,
.jupyter-widget-slider .noUi-active {
  box-shadow: inset 0 0 1px #FFF, inset 0 1px 7px #DDD, 0 3px 6px -3px #BBB;
}
.widget-slider .noUi-handle:before,
.jupyter-widget-slider .noUi-handle:before,
.widget-slider .noUi-handle:after,
.jupyter-widget-slider .noUi-handle:after {
  content: "";
  display: block;
  position: absolute;
  height: 14px;
  width: 1px;
  background: #E8E7E6;
  left: 14px;
  top: 6px;
}
.widget-slider .noUi-handle:after,
.jupyter-widget-slider .noUi-handle:after {
  left: 17px;
}
.widget-slider .noUi-vertical .noUi-handle:before,
.jupyter-widget-slider .noUi-vertical .noUi-handle:before,
.widget-slider .noUi-vertical .noUi-handle:after,
.jupyter-widget-slider .noUi-vertical .noUi-handle:after {
  width: 14px;
  height: 1px;
  left: 6px;
  top: 14px;
}
.widget-slider .noUi-vertical .noUi-handle:after,
.jupyter-widget-slider .noUi-vertical .noUi-handle:after {
  top: 17px;
}
.widget-slider [disabled] .noUi-connect,
.jupyter-widget-slider [disabled] .noUi-connect {
  background: #B8B8B8;
}
.widget-slider [disabled].noUi-target,
.jupyter-widget-slider [disabled].noUi-target,
.widget-slider [disabled].noUi-handle,
.jupyter-widget-slider [disabled].noUi-handle,
.widget-slider [disabled] .noUi-handle,
.jupyter-widget-slider [disabled] .noUi-handle {
  cursor: not-allowed;
}
.widget-slider .noUi-pips,
.jupyter-widget-slider .noUi-pips,
.widget-slider .noUi-pips *,
.jupyter-widget-slider .noUi-pips * {
  -moz-box-sizing: border-box;
  box-sizing: border-box;
}
.widget-slider .noUi-pips,
.jupyter-widget-slider .noUi-pips {
  position: absolute;
  color: #999;
}
.widget-slider .noUi-value,
.jupyter-widget-slider .noUi-value {
  position: absolute;
  white-space: nowrap;
  text-align: center;
}
.widget-slider .noUi-value-sub,
.jupyter-widget-slider .noUi-value-sub {
  color: #ccc;
  font-size: 10px;
}
.widget-slider .noUi-marker,
.jupyter-widget-slider .noUi-marker {
  position: absolute;
  background: #CCC;
}
.widget-slider .noUi-marker-sub,
.jupyter-widget-slider .noUi-marker-sub {
  background: #AAA;
}
.widget-slider .noUi-marker-large,
.jupyter-widget-slider .noUi-marker-large {
  background: #AAA;
}
.widget-slider .noUi-pips-horizontal,
.jupyter-widget-slider .noUi-pips-horizontal {
  padding: 10px 0;
  height: 80px;
  top: 100%;
  left: 0;
  width: 100%;
}
.widget-slider .noUi-value-horizontal,
.jupyter-widget-slider .noUi-value-horizontal {
  -webkit-transform: translate(-50%, 50%);
  transform: translate(-50%, 50%);
}
.noUi-rtl .widget-slider .noUi-value-horizontal,
.noUi-rtl .jupyter-widget-slider .noUi-value-horizontal {
  -webkit-transform: translate(50%, 50%);
  transform: translate(50%, 50%);
}
.widget-slider .noUi-marker-horizontal.noUi-marker,
.jupyter-widget-slider .noUi-marker-horizontal.noUi-marker {
  margin-left: -1px;
  width: 2px;
  height: 5px;
}
.widget-slider .noUi-marker-horizontal.noUi-marker-sub,
.jupyter-widget-slider .noUi-marker-horizontal.noUi-marker-sub {
  height: 10px;
}
.widget-slider .noUi-marker-horizontal.noUi-marker-large,
.jupyter-widget-slider .noUi-marker-horizontal.noUi-marker-large {
  height: 15px;
}
.widget-slider .noUi-pips-vertical,
.jupyter-widget-slider .noUi-pips-vertical {
  padding: 0 10px;
  height: 100%;
  top: 0;
  left: 100%;
}
.widget-slider .noUi-value-vertical,
.jupyter-widget-slider .noUi-value-vertical {
  -webkit-transform: translate(0, -50%);
  transform: translate(0, -50%);
  padding-left: 25px;
}
.noUi-rtl .widget-slider .noUi-value-vertical,
.noUi-rtl .jupyter-widget-slider .noUi-value-vertical {
  -webkit-transform: translate(0, 50%);
  transform: translate(0, 50%);
}
.widget-slider .noUi-marker-vertical.noUi-marker,
.jupyter-widget-slider .noUi-marker-vertical.noUi-marker {
  width: 5px;
  height: 2px;
  margin-top: -1px;
}
.widget-slider .noUi-marker-vertical.noUi-marker-sub,
.jupyter-widget-slider .noUi-marker-vertical.noUi-marker-sub {
  width: 10px;
}
.widget-slider .noUi-marker-vertical.noUi-marker-large,
.jupyter-widget-slider .noUi-marker-vertical.noUi-marker-large {
  width: 15px;
}
.widget-slider .noUi-tooltip,
.jupyter-widget-slider .noUi-tooltip {
  display: block;
  position: absolute;
  border: 1px solid #D9D9D9;
  border-radius: 3px;
  background: #fff;
  color: #000;
  padding: 5px;
  text-align: center;
  white-space: nowrap;
}
.widget-slider .noUi-horizontal .noUi-tooltip,
.jupyter-widget-slider .noUi-horizontal .noUi-tooltip {
  -webkit-transform: translate(-50%, 0);
  transform: translate(-50%, 0);
  left: 50%;
  bottom: 120%;
}
.widget-slider .noUi-vertical .noUi-tooltip,
.jupyter-widget-slider .noUi-vertical .noUi-tooltip {
  -webkit-transform: translate(0, -50%);
  transform: translate(0, -50%);
  top: 50%;
  right: 120%;
}
.widget-slider .noUi-horizontal .noUi-origin > .noUi-tooltip,
.jupyter-widget-slider .noUi-horizontal .noUi-origin > .noUi-tooltip {
  -webkit-transform: translate(50%, 0);
  transform: translate(50%, 0);
  left: auto;
  bottom: 10px;
}
.widget-slider .noUi-vertical .noUi-origin > .noUi-tooltip,
.jupyter-widget-slider .noUi-vertical .noUi-origin > .noUi-tooltip {
  -webkit-transform: translate(0, -18px);
  transform: translate(0, -18px);
  top: auto;
  right: 28px;
}
.widget-slider .noUi-connect,
.jupyter-widget-slider .noUi-connect {
  background: #2196f3;
}
.widget-slider .noUi-horizontal,
.jupyter-widget-slider .noUi-horizontal {
  height: var(--jp-widgets-slider-track-thickness);
}
.widget-slider .noUi-vertical,
.jupyter-widget-slider .noUi-vertical {
  width: var(--jp-widgets-slider-track-thickness);
  height: 100%;
}
.widget-slider .noUi-horizontal .noUi-handle,
.jupyter-widget-slider .noUi-horizontal .noUi-handle {
  width: var(--jp-widgets-slider-handle-size);
  height: var(--jp-widgets-slider-handle-size);
  border-radius: 50%;
  top: calc((var(--jp-widgets-slider-track-thickness) - var(--jp-widgets-slider-handle-size)) / 2);
  right: calc(var(--jp-widgets-slider-handle-size) / -2);
}
.widget-slider .noUi-vertical .noUi-handle,
.jupyter-widget-slider .noUi-vertical .noUi-handle {
  height: var(--jp-widgets-slider-handle-size);
  width: var(--jp-widgets-slider-handle-size);
  border-radius: 50%;
  right: calc((var(--jp-widgets-slider-handle-size) - var(--jp-widgets-slider-track-thickness)) / -2);
  top: calc(var(--jp-widgets-slider-handle-size) / -2);
}
.widget-slider .noUi-handle:after,
.jupyter-widget-slider .noUi-handle:after {
  content: none;
}
.widget-slider .noUi-handle:before,
.jupyter-widget-slider .noUi-handle:before {
  content: none;
}
.widget-slider .noUi-target,
.jupyter-widget-slider .noUi-target {
  background: #fafafa;
  border-radius: 4px;
  border: 1px;
  /* box-shadow: inset 0 1px 1px #F0F0F0, 0 3px 6px -5px #BBB; */
}
.widget-slider .ui-slider,
.jupyter-widget-slider .ui-slider {
  border: var(--jp-widgets-slider-border-width) solid var(--jp-layout-color3);
  background: var(--jp-layout-color3);
  box-sizing: border-box;
  position: relative;
  border-radius: 0px;
}
.widget-slider .noUi-handle,
.jupyter-widget-slider .noUi-handle {
  width: var(--jp-widgets-slider-handle-size);
  border: 1px solid #d9d9d9;
  border-radius: 3px;
  background: #fff;
  cursor: default;
  box-shadow: none;
  outline: none;
}
.widget-slider .noUi-target:not([disabled]) .noUi-handle:hover,
.jupyter-widget-slider .noUi-target:not([disabled]) .noUi-handle:hover,
.widget-slider .noUi-target:not([disabled]) .noUi-handle:focus,
.jupyter-widget-slider .noUi-target:not([disabled]) .noUi-handle:focus {
  background-color: var(--jp-widgets-slider-active-handle-color);
  border: var(--jp-widgets-slider-border-width) solid var(--jp-widgets-slider-active-handle-color);
}
.widget-slider [disabled].noUi-target,
.jupyter-widget-slider [disabled].noUi-target {
  opacity: 0.35;
}
.widget-slider .noUi-connects,
.jupyter-widget-slider .noUi-connects {
  overflow: visible;
  z-index: 0;
  background: var(--jp-layout-color3);
}
.widget-slider .noUi-vertical .noUi-connect,
.jupyter-widget-slider .noUi-vertical .noUi-connect {
  width: calc(100% + 2px);
  right: -1px;
}
.widget-slider .noUi-horizontal .noUi-connect,
.jupyter-widget-slider .noUi-horizontal .noUi-connect {
  height: calc(100% + 2px);
  top: -1px;
}
`;var ln=document.createElement("style");ln.textContent=[an,on,nn].join(`
`).replace(/@import[^;]*;/g,"");document.head.append(ln);var mu=Wr;export{mu as default};
